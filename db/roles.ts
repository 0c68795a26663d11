import { createHmac } from "node:crypto";
import type postgres from "postgres";

/**
 * The rights of the app on tables that differ from SELECT, INSERT and UPDATE. Every grant comes from this list. The app
 * cannot delete rows of a table that is not in it, nor change rows of a table whose `update` is false.
 */
const RIGHTS: Readonly<
  Record<string, { readonly update?: false | readonly string[]; readonly delete?: true }>
> = {
  audit_log: { update: false },
  state_history: { update: false },
  payment_callbacks: { update: false },
  // The responses of receivers are erased after a while; the row of each attempt stays.
  transmission_attempts: { update: ["response", "error"] },
  // An account that its seller disconnects goes with its sealed keys; the audit log keeps that it was there.
  marketplace_accounts: { delete: true },
  idempotency_keys: { delete: true },
  // Older samples are thinned; nothing but charts is made of them.
  sale_samples: { delete: true },
  job_runs: { delete: true },
  job_events: { delete: true },
  job_crons: { delete: true },
};

/** The tables that the app adds rows to and never changes one of. */
export const appendOnlyTables: readonly string[] = Object.keys(RIGHTS).filter(
  (table) => RIGHTS[table]?.update === false,
);

/** The app's role on a server whose roles we make ourselves: the embedded one, and those of tests. */
const APP_ROLE = "seonchak_app";

/** The address of the app's role on such a server; nothing has to be kept, since the owner's password makes its own. */
export function appUrlOf(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.password = createHmac("sha256", url.password || APP_ROLE)
    .update(APP_ROLE)
    .digest("hex");
  url.username = APP_ROLE;
  return url.href;
}

/**
 * Gives the role of `appUrl` what the app needs in this database, and takes from it what it does not; makes the role
 * when there is none. Runs as the owner of the tables, after the migrations.
 */
export async function grantToApp(sql: postgres.Sql, appUrl: string): Promise<void> {
  const { username, password } = new URL(appUrl);
  const role = decodeURIComponent(username);
  const [{ owner = "" } = {}] = await sql`select current_user as owner`;
  if (role === owner) return;
  const known = await sql`select from pg_roles where rolname = ${role}`;
  if (known.length === 0) {
    const [{ text = "" } = {}] =
      await sql`select format('create role %I login password %L', ${role}::text, ${decodeURIComponent(password)}::text) as text`;
    await sql.unsafe(text);
  }
  const [{ name = "" } = {}] = await sql`select quote_ident(${role}) as name`;
  await sql.begin((tx) => tx.unsafe(grantsFor(name).join(";\n")));
}

const grantsFor = (role: string): string[] => [
  "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
  `GRANT USAGE ON SCHEMA public, drizzle TO ${role}`,
  `REVOKE ALL ON ALL TABLES IN SCHEMA public, drizzle FROM ${role}`,
  // So that the app can tell whether the database is of its version.
  `GRANT SELECT ON ALL TABLES IN SCHEMA drizzle TO ${role}`,
  `GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO ${role}`,
  `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${role}`,
  // A table that comes later is usable at once, and keeps its rows.
  `ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE ON TABLES TO ${role}`,
  `ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO ${role}`,
  ...Object.entries(RIGHTS).flatMap(([table, rights]) => [
    ...(rights.update === undefined ? [] : [`REVOKE UPDATE ON ${table} FROM ${role}`]),
    ...(rights.update ? [`GRANT UPDATE (${rights.update.join(", ")}) ON ${table} TO ${role}`] : []),
    ...(rights.delete ? [`GRANT DELETE ON ${table} TO ${role}`] : []),
  ]),
];

/** What the role of this connection may do that no app should, as ends of the sentence "it …"; none is as it should be. */
export async function excessOf(sql: postgres.Sql): Promise<string[]> {
  const [held = {}] = await sql`
    select rolsuper as "is a superuser", rolcreaterole as "may make roles",
      exists(select from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
             and pg_has_role(relowner, 'member')) as "owns the tables",
      has_schema_privilege('public', 'create') as "may make tables",
      coalesce((select bool_or(has_table_privilege(oid, 'update, delete, truncate')) from pg_class
                where relnamespace = 'public'::regnamespace and relname in ${sql([...appendOnlyTables])}), false)
        as "may rewrite the audit log and the history"
    from pg_roles where rolname = current_user`;
  return Object.keys(held).filter((what) => held[what]);
}
