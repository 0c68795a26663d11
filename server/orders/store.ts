import { and, eq, sql } from "drizzle-orm";
import { orders } from "#db/schema/orders.ts";
import type { AppContext, Tx } from "../platform/context.ts";
import { insertRows } from "../platform/insert-rows.ts";
import { type Step, transitionOn } from "../platform/transition.ts";
import type { OrderId } from "./contract.ts";
import { type OrderState, orderMachine } from "./machine.ts";

export type OrderRow = typeof orders.$inferSelect;

const move = transitionOn(orders, orderMachine);

export const insertOrders = (tx: Tx, rows: readonly (typeof orders.$inferInsert)[]): Promise<void> =>
  insertRows(tx, orders, rows);

export const moveOrders = (tx: Tx, steps: readonly Step<OrderId>[], to: OrderState, reason: string) =>
  move.many(tx, steps, to, {
    reason,
    set: {
      updatedAt: sql`app_now()`,
      ...(orderMachine.isEnd(to) && to !== "delivered" ? { endReason: reason } : {}),
    },
  });

export async function findOrder(ctx: AppContext, id: OrderId, userId?: OrderRow["userId"]) {
  const [row] = await ctx.db
    .select()
    .from(orders)
    .where(and(eq(orders.id, id), userId ? eq(orders.userId, userId) : undefined));
  return row;
}
