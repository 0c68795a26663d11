import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { columnsOf, nameOf } from "./declare.ts";
import { tableUses } from "./tables.ts";

it("lists every column of every table, and none that is not there", async () => {
  const rows = await db.execute<{ name: string }>(sql`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = 'public' and table_name <> 'test_clock' order by 1`);
  const declared = tableUses.flatMap((of) => columnsOf(of).map(({ name }) => `${nameOf(of.table)}.${name}`));
  const kept = rows.map(({ name }) => name);
  expect(kept.length).toBeGreaterThan(200);
  const hint = "say in db/privacy/ what a column is for and how long it is kept";
  expect(
    kept.filter((name) => !declared.includes(name)),
    hint,
  ).toEqual([]);
  expect(
    declared.filter((name) => !kept.includes(name)),
    hint,
  ).toEqual([]);
});
