/**
 * What Postgres ends by itself (docs/decisions/066-poolers.md). The limits are defaults of the app's role in its
 * database, so that each session begins with them. A pooler refuses them among the parameters of a connection, and
 * setting them in each transaction would leave out the statements that run alone.
 */
import type postgres from "postgres";

/**
 * Seconds. A stuck process may hold the lock on the one row that a whole sale waits for. The first two do not see one that
 * stopped between the description of a statement and its run: Postgres takes it for busy, and cancels nothing while it
 * waits for the rest of a message. The third is new in PostgreSQL 17.
 */
const LIMITS = {
  statement_timeout: 8,
  idle_in_transaction_session_timeout: 8,
  transaction_timeout: 30,
} as const;
const NAMES = Object.keys(LIMITS) as (keyof typeof LIMITS)[];

/** Copies of the app that start together would change one row of the catalog at once. */
const LIMITS_LOCK = 5_302_027;

/** Has each later session of this connection's role in this database begin with the limits. */
export async function limitRole(sql: postgres.Sql): Promise<void> {
  const names = await namesKnownTo(sql);
  const settings = names.map((name) => `${name}=${LIMITS[name]}s`);
  const [kept] = await sql`
    select from pg_db_role_setting s join pg_database d on d.oid = s.setdatabase join pg_roles r on r.oid = s.setrole
    where d.datname = current_database() and r.rolname = current_user
      and s.setconfig @> string_to_array(${settings.join()}, ',')`;
  if (kept) return;
  await sql.unsafe(`do $$ begin
    perform pg_advisory_xact_lock(${LIMITS_LOCK});
    ${names.map((name) => `execute format('alter role current_user in database %I set ${name} = ''${LIMITS[name]}s''', current_database());`).join("\n")}
  end $$`);
}

/** The limits that this session does not have, each as its name and what it has instead. */
export async function missingLimits(sql: postgres.Sql): Promise<string[]> {
  const names = await namesKnownTo(sql);
  const [held = {}] = await sql.unsafe<Partial<Record<string, string>>[]>(
    `select ${names.map((name) => `current_setting('${name}') as ${name}`).join(", ")}`,
  );
  return names.flatMap((name) => (held[name] === `${LIMITS[name]}s` ? [] : [`${name}=${held[name]}`]));
}

/** Takes the limits from this session, for what may last. */
export async function liftLimits(sql: postgres.Sql): Promise<void> {
  for (const name of await namesKnownTo(sql)) await sql.unsafe(`set ${name} = 0`);
}

async function namesKnownTo(sql: postgres.Sql): Promise<(keyof typeof LIMITS)[]> {
  const known = await sql.unsafe<{ name: string }[]>(
    `select name from pg_settings where name in (${NAMES.map((name) => `'${name}'`).join(", ")})`,
  );
  return NAMES.filter((name) => known.some((row) => row.name === name));
}
