import { appendFileSync, chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { chown } from "node:fs/promises";
import { join } from "node:path";
import postgres from "postgres";
import { until } from "#server/testing/until.ts";
import { copyRunning } from "../backup/copy-running.ts";
import { freePort } from "../services/loopback.ts";
import { ensureDatabase, type RunningPostgres, startPostgres } from "../services/postgres.ts";
import { loadPostgresPrograms, runnerFor } from "../services/postgres-programs.ts";

const DATABASE = "seonchak";

export interface PostgresPair {
  /** The owner's address of the one that takes writes. */
  url(): string;
  /** Kills the primary with all that it has in memory, and makes the replica the primary. */
  failOver(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a PostgreSQL and a replica that has each commit before the buyer is told of it. */
export async function startPostgresPair(folder: string): Promise<PostgresPair> {
  const directories = { primary: join(folder, "primary"), replica: join(folder, "replica") };
  const settings = { wal_keep_size: "1GB", log_min_messages: "warning" };
  const options = { settings, temporary: true };
  const primary = await startPostgres({ ...options, directory: directories.primary, port: await freePort() });
  await ensureDatabase(primary.url("postgres"), DATABASE);
  await copyAsReplica(primary, directories);
  const replica = await startPostgres({ ...options, directory: directories.replica, port: await freePort() });
  await asOwner(primary.url("postgres"), async (sql) => {
    // After the copy, since the replica has no other to wait for.
    await sql`alter system set synchronous_standby_names = 'replica'`;
    await sql`select pg_reload_conf()`;
    await until(
      async () => (await sql`select 1 from pg_stat_replication where sync_state = 'sync'`).length === 1,
      { timeoutMs: 20_000 },
    );
  });
  let current = primary;
  return {
    url: () => current.url(DATABASE),
    async failOver() {
      process.kill(postmasterOf(directories.primary), "SIGKILL");
      await primary.ended;
      await asOwner(replica.url("postgres"), (sql) => sql`select pg_promote()`);
      current = replica;
    },
    async stop() {
      await Promise.all([primary.stop(), replica.stop()]);
    },
  };
}

async function copyAsReplica(
  primary: RunningPostgres,
  directories: { readonly primary: string; readonly replica: string },
): Promise<void> {
  mkdirSync(directories.replica);
  chmodSync(directories.replica, 0o711);
  const { owner } = await runnerFor(directories.replica, await loadPostgresPrograms());
  const [from, data] = [join(directories.primary, "data"), join(directories.replica, "data")];
  await asOwner(primary.url("postgres"), (sql) => copyRunning(sql, from, data, owner));
  copyFileSync(join(directories.primary, "password"), join(directories.replica, "password"));
  writeFileSync(join(data, "standby.signal"), "");
  const password = readFileSync(join(directories.primary, "password"), "utf8").trim();
  appendFileSync(
    join(data, "postgresql.auto.conf"),
    `primary_conninfo = 'host=127.0.0.1 port=${primary.port} user=postgres password=${password} application_name=replica'\n`,
  );
  if (owner)
    for (const file of ["password", "data/standby.signal"])
      await chown(join(directories.replica, file), owner.uid, owner.gid);
}

const postmasterOf = (directory: string): number =>
  Number.parseInt(readFileSync(join(directory, "data", "postmaster.pid"), "utf8"), 10);

async function asOwner<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end({ timeout: 1 });
  }
}
