import { createHmac } from "node:crypto";
import type postgres from "postgres";

/**
 * Tables on which the app's rights differ from SELECT, INSERT and UPDATE. The grants are made from this list: the app can
 * delete rows only where `delete` is true, and cannot update rows where `update` is false.
 */
const RIGHTS: Readonly<
  Record<string, { readonly update?: false | readonly string[]; readonly delete?: true }>
> = {
  audit_log: { update: false },
  audit_seals: { update: false },
  state_history: { update: false },
  payment_callbacks: { update: false },
  scans: { update: false },
  guest_arrivals: { update: false },
  // The retention job erases the responses of receivers and keeps the row of each attempt.
  transmission_attempts: { update: ["response", "error"] },
  // Disconnecting an account deletes its row with the sealed keys. The audit log keeps a record of it.
  marketplace_accounts: { delete: true },
  // A poster that no event shows goes with its files.
  posters: { delete: true },
  // Event sessions have their own seats, so nothing needs a map that its owner removes.
  seat_maps: { delete: true },
  idempotency_keys: { delete: true },
  // What a person was told goes with the account, and after its time.
  notifications: { delete: true },
  notification_marks: { delete: true },
  mail_budgets: { delete: true },
  second_factors: { delete: true },
  passkeys: { delete: true },
  // A link goes a while after its end, and with the account.
  account_links: { delete: true },
  // A wish goes when its person takes it back and after the opening; choices go with the account.
  opening_wishes: { delete: true },
  turn_wishes: { delete: true },
  notice_choices: { delete: true },
  // A browser that is gone, or whose login session has ended, gets nothing more.
  push_subscriptions: { delete: true },
  // A job makes one row of several. Nothing of the counts is lost by it.
  hold_counts: { delete: true },
  // Older samples are thinned; nothing but charts is made of them.
  sale_samples: { delete: true },
  // Leaving a department deletes the membership. The audit log keeps a record of it.
  department_members: { delete: true },
  // What a person's mark covers needs no row of its own.
  notification_reads: { delete: true },
  health_changes: { delete: true },
  job_runs: { delete: true },
  job_events: { delete: true },
  job_crons: { delete: true },
};

/** The tables to which the app only adds rows. */
export const appendOnlyTables: readonly string[] = Object.keys(RIGHTS).filter(
  (table) => RIGHTS[table]?.update === false,
);

/** The app's role on servers whose roles we create: the embedded server and those of tests. */
const APP_ROLE = "seonchak_app";

/** The address of the app's role on such a server. Its password is derived from the owner's, so none is stored. */
export function appUrlOf(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.password = createHmac("sha256", url.password || APP_ROLE)
    .update(APP_ROLE)
    .digest("hex");
  url.username = APP_ROLE;
  return url.href;
}

/**
 * Grants the role of `appUrl` exactly the rights that the app needs in this database, and creates the role if it does not
 * exist. It runs as the owner of the tables, after the migrations.
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
  // The app compares the database's version with its own.
  `GRANT SELECT ON ALL TABLES IN SCHEMA drizzle TO ${role}`,
  `GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO ${role}`,
  `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${role}`,
  // The app can use a table of a later migration, but cannot delete its rows.
  `ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE ON TABLES TO ${role}`,
  `ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO ${role}`,
  ...Object.entries(RIGHTS).flatMap(([table, rights]) => [
    ...(rights.update === undefined ? [] : [`REVOKE UPDATE ON ${table} FROM ${role}`]),
    ...(rights.update ? [`GRANT UPDATE (${rights.update.join(", ")}) ON ${table} TO ${role}`] : []),
    ...(rights.delete ? [`GRANT DELETE ON ${table} TO ${role}`] : []),
  ]),
];

/** The rights of this connection's role that the app must not have, each as the end of the sentence "it …". */
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
