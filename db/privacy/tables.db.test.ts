import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { disclosuresIn } from "#server/privacy/queries.ts";
import { columnsOf, nameOf } from "./declare.ts";
import { tableUses } from "./tables.ts";

/** Of tables that are about what is sold or about the shop, even where a person wrote their rows. */
const PERIODS_OF_THINGS: ReadonlySet<string> = new Set(["catalog", "poster", "operation", "day"]);

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

it("names in the privacy policy all that is kept of people, in both languages", () => {
  const unnamed = tableUses
    .filter(({ owners, kept, records }) => owners.length > 0 && !PERIODS_OF_THINGS.has(kept) && !records)
    .map(({ table }) => nameOf(table));
  expect(unnamed, "give it `records` in db/privacy/").toEqual([]);
  for (const locale of ["ko", "en"] as const) {
    const { personal, records } = disclosuresIn(locale);
    const said = [...personal, ...records].map((row) => Object.values(row).join(" ")).join("\n");
    expect(said).toContain(
      locale === "ko" ? "이메일 주소 로그인하고 메일을 보내려고 탈퇴할 때까지" : "E-mail address",
    );
    expect(said).toContain(locale === "ko" ? "5년" : "five years");
    expect(said).toContain(locale === "ko" ? "IP 주소" : "IP address");
  }
});
