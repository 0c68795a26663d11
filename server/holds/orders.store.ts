import { and, eq, inArray } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { orders } from "#db/schema/orders.ts";
import { payments } from "#db/schema/payments.ts";
import { UNPAID } from "../orders/machine.ts";
import { inList } from "../platform/database/rows.ts";
import type { AppContext, Tx } from "../platform/operation/context.ts";
import type { HoldId } from "./contract.ts";

/**
 * Locks the payment of a hold's order, after the hold itself. It does not wait for the lock, since a reconciliation locks
 * the payment first and the hold after it.
 * @returns false where the payment is being reconciled
 */
export async function lockPaymentOfHold(tx: Tx, id: HoldId): Promise<boolean> {
  const [order] = await tx.db.select({ id: orders.id }).from(orders).where(eq(orders.holdId, id));
  if (!order) return true;
  const locked = await tx.db
    .select({ id: payments.id })
    .from(payments)
    .where(eq(payments.orderId, order.id))
    .for("update", { skipLocked: true });
  return locked.length > 0;
}

/** The orders of holds that have not ended. */
export const findOpenOrders = (tx: Tx, ids: readonly HoldId[]) =>
  tx.db
    .select({ id: orders.id, holdId: orders.holdId, traceId: orders.traceId })
    .from(orders)
    .where(and(inList(orders.holdId, ids), inArray(orders.state, [...UNPAID])));

/** The order of a hold, with the order that replaced it, if one did. */
export async function findOrderOfHold(ctx: AppContext, id: HoldId) {
  const replacement = alias(orders, "replacement");
  const [order] = await ctx.db
    .select({
      id: orders.id,
      endReason: orders.endReason,
      replacedById: orders.replacedById,
      replacedBy: replacement.state,
    })
    .from(orders)
    .leftJoin(replacement, eq(replacement.id, orders.replacedById))
    .where(eq(orders.holdId, id));
  return order;
}
