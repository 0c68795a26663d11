import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Any number: it only has to be the same in every copy of the app. */
const MIGRATION_LOCK = 5_302_026;

/**
 * Brings the database up to this version: the migrations not yet applied, then the generated guards. Copies that
 * start together wait for each other.
 * @param databaseUrl - a role that may create tables
 */
export async function migrateDatabase(databaseUrl: string): Promise<void> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await migrate(drizzle(sql), { migrationsFolder: file("./migrations") });
    await installGuards(sql);
  } finally {
    await sql.end();
  }
}

/** The triggers that keep every machine, printed from their declarations; replaced whole when they differ. */
async function installGuards(sql: postgres.Sql): Promise<void> {
  const guards = await readFile(file("./generated/guards.sql"), "utf8");
  const digest = createHash("sha256").update(guards).digest("hex");
  const [installed] = await sql`select obj_description(to_regproc('app_now'), 'pg_proc') as digest`;
  if (installed?.digest === digest) return;
  await sql.begin(async (tx) => {
    await tx.unsafe(guards);
    await tx.unsafe(`comment on function app_now() is '${digest}'`);
  });
}
