import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { oldRowProblems, tableProblems } from "./tables.ts";

const uses = { catalog: [], orders: ["catalog"], holds: ["catalog", "orders"] };
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "seonchak-tables-"));
  plant("db/schema/catalog.ts", `export const stock = pgTable("stock", {});\n`);
  plant("db/schema/orders.ts", `export const orders = pgTable(\n  "orders",\n  {},\n);\n`);
  plant("db/schema/holds.ts", `export const holds = pgTable("holds", {});\n`);
  plant("db/schema/platform.ts", `export const auditLog = pgTable("audit_log", {});\n`);
});
afterEach(() => rmSync(root, { recursive: true }));

function plant(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

const found = () => tableProblems(root, uses);

it("names raw SQL that reads a table of a domain that is not declared", () => {
  plant("server/catalog/store.ts", "const held = sql`select from holds where true`;\n");
  plant("server/orders/queries.ts", "const a = sql`select from stock s,\n holds h where true`;\n");
  expect(found().toSorted()).toEqual([
    expect.stringMatching(/^server\/catalog\/store\.ts: its SQL reads holds of holds\./),
    expect.stringMatching(/^server\/orders\/queries\.ts: its SQL reads holds of holds\./),
  ]);
});

it("names raw SQL that writes a table of another domain, declared or not", () => {
  plant("server/holds/store.ts", "sql`update orders set state = 'x'`;\nsql`delete from holds`;\n");
  expect(found()).toEqual([expect.stringContaining("writes orders, which only orders may do")]);
});

it("lets a domain read its own tables, declared ones and the platform's", () => {
  plant(
    "server/holds/store.ts",
    "// from nothing, into orders\nsql`select from holds h join orders o on true join stock on true, audit_log`;\n",
  );
  plant("server/catalog/commands/sell.ts", `export const summary = "Takes tickets from orders.";\n`);
  expect(found()).toEqual([]);
});

it("names SQL that asks an update for the row as it was", () => {
  plant("server/holds/store.ts", "// old.role\nconst before = sql`old.state`;\n");
  plant("server/orders/store.ts", "const told = sql`select told.state`;\n");
  expect(oldRowProblems(root)).toEqual([expect.stringMatching(/^server\/holds\/store\.ts: .*Lock the row/)]);
});

it("finds nothing in the repository", () => {
  expect(tableProblems(".")).toEqual([]);
  expect(oldRowProblems(".")).toEqual([]);
});
