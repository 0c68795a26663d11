import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import type postgres from "postgres";
import { withOne } from "./connection.ts";
import { liftLimits, limitRole } from "./limits.ts";
import { excessOf, grantToApp } from "./roles.ts";

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));

const MIGRATIONS = file("./migrations");

/** Any number: it only has to be the same in every copy of the app. */
const MIGRATION_LOCK = 5_302_026;

/** How often it is looked whether another copy still migrates. */
const LOOK_MS = 500;

export interface Migrating {
  /** Ends the wait, and the migration where it has begun: nothing of it is kept then. */
  readonly signal?: AbortSignal | undefined;
  /** Called once where another copy migrates, with what is known of it. */
  onWait?(holder: string): void;
}

/**
 * Brings the database up to this version: the migrations not yet applied, the generated guards, and the rights and limits of
 * the app's role. Copies that start together wait for each other.
 * @param ownerUrl - a role that owns the tables, or may create them; past any pooler that shares connections, since the
 *   lock belongs to a session
 * @param appUrl - the role that the app runs as; the same address where there is no other
 */
export async function migrateDatabase(
  ownerUrl: string,
  appUrl: string,
  { signal, onWait = () => {} }: Migrating = {},
): Promise<void> {
  await withOne(ownerUrl, async (sql) => {
    const [session] = await sql`select pg_backend_pid() as pid`;
    const stop = () =>
      void withOne(ownerUrl, (other) => other`select pg_terminate_backend(${session?.pid})`).catch(() => {});
    signal?.addEventListener("abort", stop, { once: true });
    try {
      await liftLimits(sql);
      await takeLock(sql, signal, onWait);
      await migrate(drizzle(sql), { migrationsFolder: MIGRATIONS });
      await installGuards(sql);
      await grantToApp(sql, appUrl);
      await withOne(appUrl, limitRole);
    } finally {
      signal?.removeEventListener("abort", stop);
    }
  });
}

/** Asks again and again: a session that waits in the database could not be ended from here, and could not say for whom. */
async function takeLock(
  sql: postgres.Sql,
  signal: AbortSignal | undefined,
  onWait: (holder: string) => void,
): Promise<void> {
  for (let tries = 0; ; tries++) {
    signal?.throwIfAborted();
    const [{ taken = false } = {}] = await sql`select pg_try_advisory_lock(${MIGRATION_LOCK}) as taken`;
    if (taken) return;
    if (tries === 0) onWait(await holderOf(sql));
    await sleep(LOOK_MS, undefined, signal && { signal });
  }
}

async function holderOf(sql: postgres.Sql): Promise<string> {
  const [holder] = await sql`
    select a.pid, coalesce(a.client_addr::text, 'this machine') as address, a.state,
      extract(epoch from clock_timestamp() - a.state_change)::int as seconds
    from pg_locks l join pg_stat_activity a on a.pid = l.pid
    where l.locktype = 'advisory' and l.granted and l.objid = ${MIGRATION_LOCK} and l.classid = 0
      and l.database = (select oid from pg_database where datname = current_database())`;
  if (!holder) return "which has just ended";
  const doing = holder.state === null ? "" : `, ${holder.state} for ${holder.seconds} s`;
  return `Postgres's process ${holder.pid}, from ${holder.address}${doing}`;
}

/** Whether nothing is left to be done for this version; asked by a role that may not do it. */
export const isUpToDate = (url: string): Promise<boolean> =>
  withOne(url, async (sql) => {
    const [known = {}] =
      await sql`select to_regclass('drizzle.__drizzle_migrations') is not null as migrated`;
    if (!known.migrated) return false;
    const newest = Math.max(
      ...readMigrationFiles({ migrationsFolder: MIGRATIONS }).map((one) => one.folderMillis),
    );
    const [applied] = await sql`select max(created_at)::text as at from drizzle.__drizzle_migrations`;
    return Number(applied?.at) >= newest && (await installedGuards(sql)) === (await readGuards()).digest;
  });

/** What the role of `url` may do that no app should, each the end of a sentence. */
export const excessRightsOf = (url: string): Promise<string[]> => withOne(url, excessOf);

/** The triggers that keep every machine, printed from their declarations; replaced whole when they differ. */
async function installGuards(sql: postgres.Sql): Promise<void> {
  const { guards, digest } = await readGuards();
  if ((await installedGuards(sql)) === digest) return;
  await sql.begin(async (tx) => {
    await tx.unsafe(guards);
    await tx.unsafe(`comment on function app_now() is '${digest}'`);
  });
}

async function readGuards() {
  const guards = await readFile(file("./generated/guards.sql"), "utf8");
  return { guards, digest: createHash("sha256").update(guards).digest("hex") };
}

async function installedGuards(sql: postgres.Sql): Promise<string | undefined> {
  const [installed] = await sql`select obj_description(to_regproc('app_now'), 'pg_proc') as digest`;
  return installed?.digest;
}
