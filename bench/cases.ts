import { type SQL, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { cursorAfter, type Order } from "#server/platform/database/keyset.ts";
import { shortCodeOf } from "#server/platform/values/id-forms.ts";

/** One read of a page. */
export interface Case {
  /** The procedure, as pages call it. */
  readonly path: string;
  readonly what: string;
  /** The input of each call: what is asked for differs from call to call, as it does between people. */
  readonly input: (call: number) => object;
}

/** A prime, so that calls ask for things from all over the shop. */
const STRIDE = 7919;
const DAY_MS = 86_400_000;
const SEOUL_MS = 9 * 3_600_000;

export const numbered = (kind: string, number: number) => `${kind}_${String(number).padStart(26, "0")}`;
/** The day in Seoul so many days ago. */
export const dayAgo = (days: number) =>
  new Date(Date.now() + SEOUL_MS - days * DAY_MS).toISOString().slice(0, 10);

export const each = (path: string, what: string, input: Case["input"]): Case => ({ path, what, input });
export const alike = (path: string, inputs: readonly object[]): Case[] =>
  inputs.map((input) =>
    each(path, Object.keys(input).length === 0 ? "" : JSON.stringify(input), () => input),
  );

/** The ids of a shop that `insertManyOrders` filled with so many orders. */
export function idsOf(orders: number) {
  const order = (call: number) => (call * STRIDE) % orders;
  const user = (call: number) => numbered("user", Math.floor(order(call) / 2));
  return {
    latestSession: numbered("event_session", Math.floor((orders - 1) / 1000)),
    oldestEvent: numbered("event", 1),
    order,
    user,
    email: (call: number) => `${user(call)}@test.example`,
    of: (kind: string) => (call: number) => numbered(kind, order(call)),
    ticket: (call: number) => numbered("ticket", 2 * order(call) + 1),
    session: (call: number) => numbered("event_session", Math.floor(order(call) / 1000)),
    event: (call: number) => numbered("event", Math.floor(order(call) / 10_000) + 1),
    number: (call: number) => shortCodeOf(numbered("order", order(call))),
    providersId: (call: number) => `sandbox_${order(call)}`,
  };
}
export type Ids = ReturnType<typeof idsOf>;

/** Where the middle of a list is. */
interface Middle {
  readonly table: string;
  readonly column: string;
  readonly key?: string;
  readonly where?: SQL;
}

/** The page in the middle of a list. */
export async function farIn(
  db: Database,
  path: string,
  input: { readonly sort: string },
  middle: Middle,
): Promise<Case> {
  const { table, column, key = "id", where = sql`true` } = middle;
  const [by, last] = [sql.identifier(column), sql.identifier(key)];
  const [row] = await db.execute<{ value: string; key: string }>(sql`
    select ${by} as value, ${last} as key from ${sql.identifier(table)} where ${where} order by ${by}, ${last}
    offset (select count(*) / 2 from ${sql.identifier(table)} where ${where}) limit 1`);
  if (!row) throw new Error(`there is nothing in ${table}`);
  const order = { name: input.sort.replace(/^-/, ""), descending: input.sort.startsWith("-") } as Order;
  const asNumber = column === "seq";
  const cursor = cursorAfter(order, {
    cursorValue: asNumber ? Number(row.value) : new Date(row.value),
    cursorKey: asNumber || key === "seq" ? Number(row.key) : row.key,
  });
  return each(path, `${JSON.stringify(input)} in the middle`, () => ({ ...input, cursor }));
}

export const searches = (path: string, by: Readonly<Record<string, (call: number) => string>>): Case[] =>
  Object.entries(by).map(([what, text]) => each(path, `by ${what}`, (call) => ({ search: text(call) })));
