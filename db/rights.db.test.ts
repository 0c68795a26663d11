import { sql } from "drizzle-orm";
import postgres from "postgres";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { env } from "#server/platform/config/env.ts";
import { ownerDb } from "#server/testing/owner.ts";
import { excessRightsOf, isUpToDate, migrateDatabase } from "./migrate.ts";
import { appendOnlyTables } from "./roles.ts";

const DENIED = { cause: { code: "42501" } };
const ownerUrl = env.MIGRATION_DATABASE_URL ?? "";

const tables = async (): Promise<string[]> => {
  const rows = await db.execute<{ name: string }>(sql`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'test_clock' order by 1`);
  return rows.map(({ name }) => name);
};

const may = async (table: string) => {
  const [row] = await db.execute(sql`
    select has_table_privilege(${table}, 'select') as select, has_table_privilege(${table}, 'insert') as insert,
           has_table_privilege(${table}, 'update') as update, has_table_privilege(${table}, 'delete') as delete,
           has_table_privilege(${table}, 'truncate, trigger, references') as more`);
  return row;
};

it("lets the app work with every table, delete from those it empties alone, and do no more", async () => {
  const rights = await Promise.all((await tables()).map(async (table) => [table, await may(table)] as const));
  expect(rights.length).toBeGreaterThan(20);
  for (const [table, right] of rights)
    expect({ table, ...right }).toMatchObject({ table, select: true, insert: true, more: false });
  const those = (right: "update" | "delete", held: boolean) =>
    rights.flatMap(([table, all]) => (all?.[right] === held ? [table] : []));
  expect(those("delete", true)).toEqual([
    "account_links",
    "department_members",
    "health_changes",
    "hold_counts",
    "idempotency_keys",
    "job_crons",
    "job_events",
    "job_runs",
    "mail_budgets",
    "marketplace_accounts",
    "notice_choices",
    "notification_marks",
    "notification_reads",
    "notifications",
    "opening_wishes",
    "passkeys",
    "posters",
    "push_subscriptions",
    "sale_samples",
    "seat_maps",
    "second_factors",
    "turn_wishes",
  ]);
  expect(those("update", false)).toEqual([...appendOnlyTables, "transmission_attempts"].sort());
});

it.each(["audit_log", "audit_seals", "state_history", "payment_callbacks", "scans"])(
  "lets the app rewrite nothing in %s",
  async (table) => {
    expect(appendOnlyTables).toContain(table);
    const name = sql.identifier(table);
    const [{ column = "" } = {}] = await db.execute<{ column: string }>(
      sql`select attname as column from pg_attribute where attrelid = ${table}::regclass and attnum = 1`,
    );
    for (const rewrite of [
      sql`update ${name} set ${sql.identifier(column)} = default`,
      sql`delete from ${name}`,
      sql`truncate ${name}`,
      sql`alter table ${name} disable trigger all`,
      sql`alter table ${name} owner to current_user`,
      sql`drop table ${name}`,
      sql`create trigger mine before insert on ${name} execute function refuse_rewrite()`,
    ])
      await expect(db.execute(rewrite)).rejects.toMatchObject(DENIED);
  },
);

it.each([
  sql`set session_replication_role = replica`,
  sql`set role pg_read_all_data`,
  sql`create role mine superuser`,
  sql`create table mine (id int)`,
  sql`create or replace function app_now() returns timestamptz language sql as 'select now()'`,
  sql`drop function refuse_rewrite() cascade`,
  sql`alter type order_state add value 'mine'`,
  sql`select setval('integration_queue', 1)`,
  sql`update drizzle.__drizzle_migrations set created_at = 0`,
  sql`copy audit_log to program 'true'`,
])("refuses the app what only an owner or a superuser does (%#)", async (statement) => {
  await expect(db.execute(statement)).rejects.toMatchObject(DENIED);
});

it("gives a table that a later version makes to the app at once, its rows to be kept", async () => {
  await ownerDb.execute(sql`create table made_later (id integer generated always as identity, note text)`);
  await db.execute(sql`insert into made_later (note) values ('x')`);
  await db.execute(sql`update made_later set note = 'y'`);
  await expect(db.execute(sql`delete from made_later`)).rejects.toMatchObject(DENIED);
  await ownerDb.execute(sql`drop table made_later`);
});

it("sees what is too much in a role, and nothing in the app's", async () => {
  expect(await excessRightsOf(env.DATABASE_URL)).toEqual([]);
  expect(await excessRightsOf(ownerUrl)).toEqual(
    expect.arrayContaining(["is a superuser", "may rewrite the audit log and the history"]),
  );
});

it("takes back what was granted by hand, and makes the role where there is none", async () => {
  const role = `seonchak_other_${process.pid}`;
  const url = new URL(env.DATABASE_URL);
  [url.username, url.password] = [role, 'it\'s "quoted"'];
  await migrateDatabase(ownerUrl, url.href);
  const other = postgres(url.href, { max: 1, onnotice: () => {} });
  try {
    expect(await excessRightsOf(url.href)).toEqual([]);
    expect(await isUpToDate(url.href)).toBe(true);
    await ownerDb.execute(sql`grant all on audit_log to ${sql.identifier(role)}`);
    expect(await excessRightsOf(url.href)).toEqual(["may rewrite the audit log and the history"]);
    await migrateDatabase(ownerUrl, url.href);
    expect(await excessRightsOf(url.href)).toEqual([]);
    await expect(other`delete from audit_log`).rejects.toMatchObject({ code: "42501" });
  } finally {
    await other.end();
    await ownerDb.execute(sql`drop owned by ${sql.identifier(role)}`);
    await ownerDb.execute(sql`drop role ${sql.identifier(role)}`);
  }
});
