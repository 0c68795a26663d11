import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { holds } from "#db/schema/holds.ts";
import { orders } from "#db/schema/orders.ts";
import { payments } from "#db/schema/payments.ts";
import { tickets } from "#db/schema/tickets.ts";
import type { OrderId } from "#server/orders/contract.ts";

/** An order, or the one that took its place, with its payment and hold as they stand, and how many good tickets it has. */
export async function orderNow(id: OrderId) {
  const [replaced] = await db.select({ by: orders.replacedById }).from(orders).where(eq(orders.id, id));
  const orderId = replaced?.by ?? id;
  const [row] = await db
    .select({
      order: orders.state,
      payment: payments.state,
      unknownSince: payments.unknownSince,
      hold: holds.state,
      frozen: holds.frozen,
      expiresAt: holds.expiresAt,
      windowEndsAt: payments.windowEndsAt,
    })
    .from(orders)
    .innerJoin(payments, eq(payments.orderId, orders.id))
    .innerJoin(holds, eq(holds.id, orders.holdId))
    .where(eq(orders.id, orderId));
  if (!row) throw new Error("there is no such order");
  return { ...row, tickets: await db.$count(tickets, eq(tickets.orderId, orderId)) };
}
