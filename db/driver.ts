/**
 * The pool of connections to Postgres: postgres.js 3.4.9 as drizzle uses it, with what it needs to be trusted with money
 * (docs/decisions/015-connections-and-statements.md). Each point has a test that fails without it: 2, 3 and the
 * limits of Postgres in server/platform/database/transaction.db.test.ts, the rest in driver.db.test.ts.
 *
 * 1. Statements are prepared. drizzle calls `unsafe`, which Postgres parses and plans at every use. Here each connection
 *    prepares a text once, for the first 500 texts of a process.
 * 2. A transaction ends with its connection. postgres.js would send the transaction's next statement on the connection
 *    that replaces the lost one, outside any transaction: the statement would be committed by itself. Here the next
 *    statement fails, and nothing is sent.
 * 3. Such a transaction sends neither COMMIT nor ROLLBACK. On the replacing connection these would end the transaction
 *    of another caller, and on a closed socket the process. postgres.js itself rejects `begin` when the connection closes, so the caller is told.
 * 4. A result has the rows that Postgres counted. After a statement that failed in the middle of its rows, postgres.js
 *    numbers the rows of the connection's next statement from where it was: that result would begin with holes.
 * 5. Savepoints are refused: a failure undoes its whole transaction.
 * 6. A lost connection is opened again within a second, where postgres.js waits up to 20 seconds; and one on which Postgres
 *    says nothing more is cut (silence.ts). A statement that lasts too long is ended by Postgres (limits.ts).
 * 7. Without prepared statements a connection has one statement under way. Such a statement is described before it is run, and
 *    PgBouncer up to 1.20 gives the connection to another client when the statement before it is answered: the
 *    description then reaches nobody, and its caller waits until the connection is cut.
 * 8. Who listens for notifications waits until it does. postgres.js goes on trying by itself and yet rejects where the
 *    first try fails.
 */
import postgres from "postgres";
import { endsConnection } from "#server/platform/database/connection-loss.ts";
import { gauge, histogram } from "#server/platform/metrics/registry.ts";
import { type SilenceWatch, watchSilence } from "./silence.ts";

/**
 * How many texts a process prepares. The code has far fewer. A text that depends on its values may exceed the limit; it
 * is then planned at each use and does not fill the server's memory.
 */
const PREPARED_MAX = 500;

const CONNECT_SECONDS_MAX = 5;
const RECONNECT_SECONDS_MAX = 1;

export interface PoolOptions {
  readonly connectionsMax: number;
  /** A connection that nothing was asked of for so long is closed; undefined for none. */
  readonly idleSeconds?: number | undefined;
  /** How long Postgres may say nothing. */
  readonly silentMs?: number;
}

/** Whether a transaction still has its connection. */
interface Tie {
  /** The connection is lost, or the transaction is over. */
  cut: boolean;
}

/** The parts of a pool and of a transaction that drizzle runs statements by. */
type Statements = Pick<postgres.TransactionSql, "unsafe">;

const transactions = gauge({
  name: "database_transactions",
  help: "Transactions of this process that wait for a connection of the pool, and those that have one.",
  labelNames: ["state"],
});
const waits = histogram({
  name: "database_pool_wait_seconds",
  help: "How long transactions wait for a connection of the pool.",
});
const durations = histogram({
  name: "database_transaction_duration_seconds",
  help: "How long transactions last once they have a connection.",
});

/**
 * Calls `heard` for each `pg_notify` on a channel, over a dedicated connection that is reopened when it is lost.
 * @param began - called each time it begins to listen, since earlier notifications are lost
 * @returns resolves once it listens
 */
export async function listenOn(
  pool: postgres.Sql,
  channel: string,
  heard: (told: string) => void,
  began: () => void,
): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const begin = () => {
    resolve();
    began();
  };
  pool.listen(channel, heard, begin).catch(() => {});
  await promise;
}

/** Opens a pool of connections. @param url - `postgres://user:password@host:port/database` */
export function openPool(url: string, { connectionsMax, idleSeconds, silentMs }: PoolOptions): postgres.Sql {
  const silence = watchSilence(silentMs);
  // The types of postgres.js do not have `socket`.
  const opening = { socket: silence.socket };
  const pool = postgres(url, {
    ...opening,
    max: connectionsMax,
    idle_timeout: idleSeconds,
    connect_timeout: CONNECT_SECONDS_MAX,
    backoff: (failures) => Math.min(0.05 * 2 ** failures, RECONNECT_SECONDS_MAX),
    fetch_types: false,
    onnotice: () => {},
  });
  const { end } = pool;
  const begin = pool.begin.bind(pool) as Begin;
  prepareStatements(pool, silence);
  if (isUnprepared(url)) sendAlone(pool);
  countRows(pool);
  return Object.assign(pool, {
    begin: tiedBegin(begin, silence),
    end(ending?: { timeout?: number }) {
      silence.stop();
      return end(ending);
    },
  });
}

/** Whether the start found that a pooler keeps no prepared statements. */
const isUnprepared = (url: string): boolean => new URL(url).searchParams.get("prepare") === "false";

type Begin = (work: (sql: postgres.TransactionSql) => Promise<unknown>) => Promise<unknown>;

/** `begin` with what this file's head promises of a transaction. */
const tiedBegin =
  (begin: Begin, silence: SilenceWatch): Begin =>
  async (work) => {
    const tie: Tie = { cut: false };
    let end = measureWait();
    let answered = () => {};
    try {
      return await begin((sql) => {
        end();
        end = measureTransaction();
        const worked = unlessCut(tie, work(guard(sql, tie, silence)));
        // Then postgres.js sends COMMIT or ROLLBACK by itself.
        const ending = () => {
          if (!tie.cut) answered = silence.awaitAnswer();
        };
        worked.then(ending, ending);
        return worked;
      });
    } finally {
      answered();
      end();
      tie.cut = true;
    }
  };

/** @returns what ends the measurement */
function measureWait(): () => void {
  const end = waits.startTimer();
  transactions.inc({ state: "waiting" });
  return () => {
    transactions.dec({ state: "waiting" });
    end();
  };
}

/** @returns what ends the measurement */
function measureTransaction(): () => void {
  const end = durations.startTimer();
  transactions.inc({ state: "open" });
  return () => {
    transactions.dec({ state: "open" });
    end();
  };
}

const prepared = new Set<string>();

function prepareStatements(sql: Statements, silence: SilenceWatch): void {
  const { unsafe } = sql;
  sql.unsafe = (text, parameters, options) => {
    const prepare = prepared.has(text) || prepared.size < PREPARED_MAX;
    if (prepare) prepared.add(text);
    const query = unsafe(text, parameters, { ...options, prepare });
    silence.follow(query);
    return query as never;
  };
}

/**
 * postgres.js sends nothing more on a connection where this says no; its types do not show it. BEGIN has one of its own,
 * which keeps the connection for the transaction.
 */
const ALONE: object = { onexecute: () => false };

/** Has no connection of a pool be sent a statement before the last one is answered. */
function sendAlone(sql: Statements): void {
  const { unsafe } = sql;
  sql.unsafe = (text, parameters, options) => unsafe(text, parameters, { ...ALONE, ...options });
}

/** What postgres.js calls when a statement's result is complete; its types do not show it. */
interface Resolvable {
  resolve(result: postgres.RowList<unknown[]>): void;
}

/**
 * Cuts off what comes before the rows that Postgres counted. Transactions do not need it: the ROLLBACK after a failed
 * statement returns no rows and resets postgres.js's row number.
 */
function countRows(sql: Statements): void {
  const { unsafe } = sql;
  sql.unsafe = (text, parameters, options) => {
    const query = unsafe(text, parameters, options);
    const pending = query as unknown as Resolvable;
    const { resolve } = pending;
    pending.resolve = (result) => {
      if (result.count !== null && result.length > result.count)
        result.splice(0, result.length - result.count);
      resolve(result);
    };
    return query as never;
  };
}

function guard(sql: postgres.TransactionSql, tie: Tie, silence: SilenceWatch): postgres.TransactionSql {
  prepareStatements(sql, silence);
  const { unsafe } = sql;
  sql.unsafe = (text, parameters, options) => {
    if (tie.cut) throw new ConnectionCut();
    const query = unsafe(text, parameters, options);
    query.catch((error: unknown) => {
      if (endsConnection(error)) tie.cut = true;
    });
    return query as never;
  };
  return Object.assign(sql, {
    savepoint(): never {
      throw new Error("A failure undoes its whole transaction: savepoints are not used.");
    },
  });
}

/** Settles as `work` does; never settles if the connection is lost by then, so that postgres.js sends nothing more. */
const unlessCut = (tie: Tie, work: Promise<unknown>): Promise<unknown> =>
  new Promise((resolve, reject) => {
    work.then(
      (value) => tie.cut || resolve(value),
      (error) => tie.cut || reject(error),
    );
  });

class ConnectionCut extends Error {
  readonly code = "CONNECTION_CLOSED";
  constructor() {
    super("The transaction's connection was cut.");
  }
}
