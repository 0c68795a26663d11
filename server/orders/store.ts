import { and, eq, sql } from "drizzle-orm";
import { orders } from "#db/schema/orders.ts";
import type { AppContext, Tx } from "../platform/context.ts";
import type { Id } from "../platform/ids.ts";
import { onlyRow } from "../platform/rows.ts";
import { transitionOn } from "../platform/transition.ts";
import type { OrderId } from "./contract.ts";
import { type OrderState, orderMachine } from "./machine.ts";

export type OrderRow = typeof orders.$inferSelect;

const move = transitionOn(orders, orderMachine);

export const insertOrder = async (tx: Tx, order: typeof orders.$inferInsert): Promise<OrderRow> =>
  onlyRow(await tx.db.insert(orders).values(order).returning());

export const moveOrder = (tx: Tx, id: OrderId, to: OrderState, reason: string) =>
  move.one(tx, id, to, {
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

export async function findOrderOfHold(ctx: AppContext, holdId: Id<"hold">): Promise<OrderRow | undefined> {
  const [row] = await ctx.db.select().from(orders).where(eq(orders.holdId, holdId));
  return row;
}
