import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import { orders } from "#db/schema/orders.ts";
import { insertNewRows } from "../platform/database/insert-rows.ts";
import { inList } from "../platform/database/rows.ts";
import { type Step, transitionOn } from "../platform/database/transition.ts";
import type { AppContext, Tx } from "../platform/operation/context.ts";
import type { OrderId } from "./contract.ts";
import { type OrderState, orderMachine, PAID } from "./machine.ts";

export type OrderRow = typeof orders.$inferSelect;

const move = transitionOn(orders, orderMachine);

/** @returns the ids of those that were inserted: one whose number another order has is left out */
export const insertOrders = (tx: Tx, rows: readonly (typeof orders.$inferInsert)[]): Promise<Set<unknown>> =>
  insertNewRows(tx, orders, rows, sql`right(id, 8), same_number_before`);

export const moveOrders = (tx: Tx, steps: readonly Step<OrderId>[], to: OrderState, reason: string) =>
  move.many(tx, steps, to, {
    reason,
    set: {
      updatedAt: sql`app_now()`,
      ...(orderMachine.isEnd(to) ? { endReason: reason } : {}),
    },
  });

/** The tickets of an ended order were bought with a new one after all. */
export async function replaceOrder(tx: Tx, id: OrderId, replacedById: OrderId): Promise<void> {
  await tx.db.update(orders).set({ replacedById }).where(eq(orders.id, id));
}

const BEGUN_WINDOW_MINUTES = 10;

/** How many orders each of these users began in the last ten minutes; a user who is missing began none. */
export async function countBegun(tx: Tx, userIds: readonly string[]): Promise<Map<string, number>> {
  const since = sql`app_now() - make_interval(mins => ${BEGUN_WINDOW_MINUTES})`;
  const rows = await tx.db
    .select({ userId: orders.userId, begun: sql<number>`count(*)::int` })
    .from(orders)
    .where(and(inList(orders.userId, userIds), gt(orders.createdAt, since)))
    .groupBy(orders.userId);
  return new Map(rows.map(({ userId, begun }) => [userId, begun]));
}

export async function findOrder(ctx: AppContext, id: OrderId, userId?: OrderRow["userId"]) {
  const [row] = await ctx.db
    .select()
    .from(orders)
    .where(and(eq(orders.id, id), userId ? eq(orders.userId, userId) : undefined));
  return row;
}

/** Those of these orders that are paid at this moment, by their ids; what was delivered can be given back, too. */
export const findPaidAmong = (ctx: AppContext, ids: readonly OrderId[]): Promise<OrderRow[]> =>
  ctx.db
    .select()
    .from(orders)
    .where(and(inList(orders.id, ids), inArray(orders.state, [...PAID])))
    .orderBy(asc(orders.id));
