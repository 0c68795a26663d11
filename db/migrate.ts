import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { excessOf, grantToApp } from "./roles.ts";

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));

const MIGRATIONS = file("./migrations");

/** Any number: it only has to be the same in every copy of the app. */
const MIGRATION_LOCK = 5_302_026;

/**
 * Brings the database up to this version: the migrations not yet applied, the generated guards, and the rights of the
 * app's role. Copies that start together wait for each other.
 * @param ownerUrl - a role that owns the tables, or may create them
 * @param appUrl - the role that the app runs as; the same address where there is no other
 */
export async function migrateDatabase(ownerUrl: string, appUrl: string): Promise<void> {
  await withOne(ownerUrl, async (sql) => {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await migrate(drizzle(sql), { migrationsFolder: MIGRATIONS });
    await installGuards(sql);
    await grantToApp(sql, appUrl);
  });
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

async function withOne<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

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
