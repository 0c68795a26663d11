import { and, eq, getTableColumns } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { db } from "#db/client.ts";
import { alerts } from "#db/schema/alerts.ts";
import { reasonOf } from "#server/testing/accounts.ts";
import { newId } from "../values/ids.ts";
import { role } from "./allow.ts";
import { createContext } from "./context.ts";
import { defineList } from "./list.ts";

const { id, kind, count, lastAt } = getTableColumns(alerts);
const listAlerts = defineList({
  id: "test.list-alerts",
  summary: "Alerts.",
  allow: role("ADMIN"),
  filters: { kind: z.string().optional() },
  item: z.object({ id: z.string(), count: z.int() }),
  titles: { id: ["경보 ID", "Alert id"], count: ["횟수", "Count"] },
  sorts: { count, lastAt, kind },
  initialSort: "-count",
  key: id,
  rows: (ctx, filter, { keys, after, orderBy, limit }) =>
    ctx.db
      .select({ id, count, ...keys })
      .from(alerts)
      .where(and(filter.kind ? eq(kind, filter.kind) : undefined, after))
      .orderBy(...orderBy)
      .limit(limit),
});

const admin = createContext({
  actor: { kind: "user", userId: newId("user"), role: "ADMIN", loginSessionId: newId("login_session") },
});

/** Alerts of a few counts and moments, so that many are equal by either. */
const KINDS = 3;
async function givenAlerts(number: number) {
  const rows = Array.from({ length: number }, (_, index) => ({
    id: newId("alert"),
    kind: `kind_${index % KINDS}`,
    subject: newId("order"),
    detail: {},
    count: index % 4,
    lastAt: new Date(1_700_000_000_000 + (index % 5)),
  }));
  await db.insert(alerts).values(rows);
  return rows;
}

async function readAll(sort: string, limit: number) {
  const pages: string[][] = [];
  let cursor: string | undefined;
  do {
    const page = await listAlerts(admin, { sort, limit, cursor });
    pages.push(page.items.map((item) => item.id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return pages;
}

describe("a list", () => {
  it("gives each row once over its pages, in order, whatever it is sorted by", async () => {
    await givenAlerts(23);
    const rows = await db.select().from(alerts);
    for (const [sort, by] of [
      ["count", (row: (typeof rows)[number]) => row.count],
      ["lastAt", (row: (typeof rows)[number]) => row.lastAt.getTime()],
    ] as const)
      for (const direction of ["", "-"]) {
        const pages = await readAll(`${direction}${sort}`, 5);
        expect(pages.map((page) => page.length)).toEqual([
          ...Array.from({ length: Math.floor(rows.length / 5) }, () => 5),
          ...(rows.length % 5 ? [rows.length % 5] : []),
        ]);
        const byId = new Map(rows.map((row) => [row.id as string, by(row)]));
        const values = pages.flat().map((each) => byId.get(each) ?? Number.NaN);
        const sorted = [...values].sort((a, b) => (direction ? b - a : a - b));
        expect(values).toEqual(sorted);
        expect(new Set(pages.flat()).size).toBe(rows.length);
      }
  });

  it("goes on behind the row it stopped at while rows come and go", async () => {
    await givenAlerts(10);
    const first = await listAlerts(admin, { sort: "lastAt", limit: 4 });
    await givenAlerts(10);
    const second = await listAlerts(admin, { sort: "lastAt", limit: 100, cursor: first.nextCursor ?? "" });
    const known = new Set(first.items.map((item) => item.id));
    expect(second.items.length).toBeGreaterThan(4);
    expect(second.items.some((item) => known.has(item.id))).toBe(false);
  });

  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  it.each([
    ["no cursor at all", "x"],
    ["JSON of another kind", encode({ a: 1 })],
    ["one of another sort", encode(["count", true, 1, "alert_1"])],
    ["a moment that is none", encode(["lastAt", false, "yesterday", "alert_1"])],
    ["a moment outside the calendar", encode(["lastAt", false, "2026-02-31T00:00:00Z", "alert_1"])],
    ["a key that Postgres cannot keep", encode(["lastAt", false, "2026-02-01T00:00:00Z", "\0"])],
  ])("refuses %s for a cursor", async (_, cursor) => {
    expect(await reasonOf(listAlerts(admin, { sort: "lastAt", cursor }))).toBe("invalid_argument");
  });

  it("refuses a filter or a sort that it does not have", async () => {
    expect(await reasonOf(listAlerts(admin, { sort: "detail" }))).toBe("invalid_argument");
    expect(await reasonOf(listAlerts(admin, { subject: "x" } as never))).toBe("invalid_argument");
    expect(await reasonOf(listAlerts(createContext(), {}))).toBe("unauthorized");
  });
});
