import postgres from "postgres";
import { withOne } from "#db/connection.ts";
import { StartFailure } from "./failure.ts";

/** How often connections are compared: under load a shared one may be with someone else at a look. */
const LOOKS = 5;
const CLIENTS = 3;
/** Milliseconds. How long one that needs a second connection of the pooler, or a notification, is waited for. */
const PATIENCE_MS = 3000;

/**
 * Whether a pooler gives a client's connection to others between transactions, as PgBouncer does with
 * `pool_mode=transaction`. No pooler says so: several clients that see one process of Postgres are known by it.
 */
export const sharesConnections = (url: string): Promise<boolean> =>
  withClients(url, async (clients) => {
    const seen = new Map<number, number>();
    for (let look = 0; look < LOOKS; look++) {
      for (const [client, sql] of clients.entries()) {
        const pid = await inTime(processOf(sql));
        if ((seen.get(pid) ?? client) !== client) return true;
        seen.set(pid, client);
      }
    }
    return seen.size > clients.length;
  });

/** Whether a statement that was prepared on one connection of such a pooler is known on the next one. */
export const keepsStatements = (url: string): Promise<boolean> =>
  withClients(
    url,
    async ([preparing, ...others]) => {
      if (!preparing) return false;
      const ask = async (sql: Pick<postgres.Sql, "unsafe">) =>
        (await sql.unsafe("select pg_backend_pid() as pid, $1::int", [1], { prepare: true }))[0]
          ?.pid as number;
      const first = await ask(preparing);
      // While the others have the connections of before, the next one is another. In a transaction postgres.js cannot mend it.
      const isKept = holding(others, () => preparing.begin(async (tx) => (await ask(tx)) !== first));
      return await isKept.catch(() => false);
    },
    { prepare: true },
  );

/** Runs `work` while each client is in a transaction. */
function holding<T>([next, ...others]: readonly postgres.Sql[], work: () => Promise<T>): Promise<T> {
  if (!next) return inTime(work());
  return next.begin(async (tx) => {
    await tx`select 1`;
    return holding(others, work);
  }) as Promise<T>;
}

/** @throws StartFailure where what is told over `url` is not heard on `direct`, which is not the same database then */
export async function requireHearing(url: string, direct: string): Promise<void> {
  const channel = `seonchak_start_${process.pid}`;
  const heard = withOne(direct, async (listening) => {
    const told = Promise.withResolvers<void>();
    await listening.listen(channel, () => told.resolve());
    await withOne(url, (sql) => sql`select pg_notify(${channel}, '')`);
    await inTime(told.promise);
  });
  await heard.catch(() => {
    throw new StartFailure(
      "DATABASE_DIRECT_URL is not the database of DATABASE_URL: what is told over one (NOTIFY) is not heard on the other.",
    );
  });
}

/** Runs `work` with so many pools of one connection each. */
async function withClients<T>(
  url: string,
  work: (clients: readonly postgres.Sql[]) => Promise<T>,
  { prepare = false } = {},
): Promise<T> {
  const options = { max: 1, prepare, fetch_types: false, connect_timeout: 5, onnotice: () => {} };
  const clients = Array.from({ length: CLIENTS }, () => postgres(url, options));
  try {
    return await work(clients);
  } finally {
    await Promise.all(clients.map((client) => client.end({ timeout: 1 })));
  }
}

const processOf = async (sql: postgres.Sql): Promise<number> => {
  const [row] = await sql.unsafe<{ pid: number }[]>("select pg_backend_pid() as pid");
  return row?.pid ?? 0;
};

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("no answer in time")), PATIENCE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
