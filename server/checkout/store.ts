import { and, eq, gt, sql } from "drizzle-orm";
import { eventSessions, events } from "#db/schema/catalog.ts";
import { holds } from "#db/schema/holds.ts";
import { orders } from "#db/schema/orders.ts";
import { payments } from "#db/schema/payments.ts";
import { seats } from "#db/schema/seats.ts";
import type { HoldId } from "../holds/contract.ts";
import type { OrderRow } from "../orders/store.ts";
import type { PaymentId } from "../payments/contract.ts";
import { inSeconds } from "../platform/database/clock.ts";
import { inList } from "../platform/database/rows.ts";
import type { AppContext } from "../platform/operation/context.ts";

/** What a hold costs, in KRW: its seats together, or its quantity at the one price of counted stock. */
export const amountOfHold =
  sql`case when ${holds.seatIds} is null then ${holds.quantity} * ${eventSessions.priceKrw} else (
  select sum(seat.price_krw) from ${seats} seat where seat.id = any(${holds.seatIds})) end`.mapWith(Number);

/** Holds with what they cost in KRW, their event session, and their order and payment, if they have one, by hold. */
export async function checkoutsOfHolds(ctx: AppContext, ids: readonly HoldId[]) {
  const rows = await ctx.db
    .select({
      ...{ hold: holds, order: orders, payment: payments, eventStatus: events.status },
      ...{ amountKrw: amountOfHold, eventSession: eventSessions },
    })
    .from(holds)
    .innerJoin(eventSessions, eq(eventSessions.id, holds.eventSessionId))
    .innerJoin(events, eq(events.id, eventSessions.eventId))
    .leftJoin(orders, eq(orders.holdId, holds.id))
    .leftJoin(payments, eq(payments.orderId, orders.id))
    .where(inList(holds.id, ids));
  return new Map(rows.map((row) => [row.hold.id, row]));
}

/** The orders of payments, by the provider's ids of the payments. */
export async function ordersOfPayments(
  ctx: AppContext,
  pgPaymentIds: readonly string[],
): Promise<Map<string, OrderRow>> {
  const rows = await ctx.db
    .select({ pgPaymentId: payments.pgPaymentId, order: orders })
    .from(payments)
    .innerJoin(orders, eq(orders.id, payments.orderId))
    .where(inList(payments.pgPaymentId, pgPaymentIds));
  return new Map(rows.map(({ pgPaymentId, order }) => [pgPaymentId, order]));
}

/** How long a hold must still last to be charged for: longer than the provider's answer may take. */
const CHARGE_SECONDS = 30;

/** Those of the payments whose holds last long enough to charge now, by the database's clock. */
export async function heldForCharge(
  ctx: AppContext,
  claimed: readonly { readonly id: PaymentId }[],
): Promise<Set<PaymentId>> {
  const ids = claimed.map(({ id }) => id);
  const rows = await ctx.db
    .select({ id: payments.id })
    .from(payments)
    .innerJoin(orders, eq(orders.id, payments.orderId))
    .innerJoin(holds, eq(holds.id, orders.holdId))
    .where(
      and(
        inList(payments.id, ids),
        eq(holds.state, "ACTIVE"),
        holds.frozen,
        gt(holds.expiresAt, inSeconds(CHARGE_SECONDS)),
      ),
    );
  return new Set(rows.map(({ id }) => id));
}
