/**
 * What Postgres ends by itself (docs/decisions/066-poolers.md). The limits are defaults of the app's role in its
 * database, so that each session begins with them. A pooler refuses them among the parameters of a connection, and
 * setting them in each transaction would leave out the statements that run alone.
 */
import type postgres from "postgres";

/** Seconds. A stuck process may hold the lock on the one row that a whole sale waits for. */
export const STUCK_SECONDS = 8;

const LIMITS = ["statement_timeout", "idle_in_transaction_session_timeout"] as const;

/** Copies of the app that start together would change one row of the catalog at once. */
const LIMITS_LOCK = 5_302_027;

/** Has each later session of this connection's role in this database begin with the limits. */
export async function limitRole(sql: postgres.Sql): Promise<void> {
  const settings = LIMITS.map((name) => `${name}=${STUCK_SECONDS}s`);
  const [kept] = await sql`
    select from pg_db_role_setting s join pg_database d on d.oid = s.setdatabase join pg_roles r on r.oid = s.setrole
    where d.datname = current_database() and r.rolname = current_user
      and s.setconfig @> string_to_array(${settings.join()}, ',')`;
  if (kept) return;
  await sql.unsafe(`do $$ begin
    perform pg_advisory_xact_lock(${LIMITS_LOCK});
    ${LIMITS.map((name) => `execute format('alter role current_user in database %I set ${name} = ''${STUCK_SECONDS}s''', current_database());`).join("\n")}
  end $$`);
}

/** The limits that this session does not have, each as its name and what it has instead. */
export async function missingLimits(sql: postgres.Sql): Promise<string[]> {
  const [held = {}] = await sql.unsafe<Partial<Record<string, string>>[]>(
    `select ${LIMITS.map((name) => `current_setting('${name}') as ${name}`).join(", ")}`,
  );
  return LIMITS.flatMap((name) => (held[name] === `${STUCK_SECONDS}s` ? [] : [`${name}=${held[name]}`]));
}

/** Takes the limits from this session, for what may last. */
export async function liftLimits(sql: postgres.Sql): Promise<void> {
  for (const name of LIMITS) await sql.unsafe(`set ${name} = 0`);
}
