import { and, desc, eq, gt } from "drizzle-orm";
import { z } from "zod";
import { eventSessions, events } from "#db/schema/catalog.ts";
import { holds } from "#db/schema/holds.ts";
import { orders } from "#db/schema/orders.ts";
import { payments } from "#db/schema/payments.ts";
import type { HoldId } from "../holds/contract.ts";
import { OrderInput } from "../orders/contract.ts";
import { orderMachine } from "../orders/machine.ts";
import { type OrderRow, requireOwnOrder, viewOrder } from "../orders/queries.ts";
import type { PaymentId } from "../payments/contract.ts";
import { clientKeyOf } from "../payments/gateways/by-name.ts";
import { signedIn } from "../platform/allow.ts";
import { inSeconds } from "../platform/clock.ts";
import { defineQuery } from "../platform/command.ts";
import type { AppContext, UserActor } from "../platform/context.ts";
import { platformErrors } from "../platform/errors.ts";
import { among } from "../platform/rows.ts";
import { NoInput } from "../platform/text.ts";
import { historyOf } from "../platform/transition.ts";
import { OrderDetail, OrderInList } from "./contract.ts";

export const myOrders = defineQuery({
  id: "checkout.my-orders",
  summary: "The caller's orders, the newest first.",
  allow: signedIn,
  input: NoInput,
  output: z.array(OrderInList),
  async run(ctx) {
    const rows = await ordersWithEvent(ctx)
      .where(eq(orders.userId, (ctx.actor as UserActor).userId))
      .orderBy(desc(orders.createdAt), desc(orders.id));
    return rows.map(viewInList);
  },
});

export const getOrder = defineQuery({
  id: "checkout.get-order",
  summary: "One of the caller's orders, with its event and payment.",
  allow: signedIn,
  input: OrderInput,
  output: OrderDetail,
  async run(ctx, { id }) {
    await requireOwnOrder(ctx, id);
    const [[row], history] = await Promise.all([
      ordersWithEvent(ctx).where(eq(orders.id, id)),
      historyOf(ctx, orderMachine, id),
    ]);
    if (!row) throw platformErrors.not_found({ what: "order" });
    const { event, eventSession, payment, hold } = row;
    return {
      ...viewInList(row),
      history,
      venue: event.venue,
      cancelDeadlineAt: eventSession.cancelDeadlineAt,
      payment: {
        id: payment.id,
        status: payment.state,
        method: payment.method,
        unknownSince: payment.unknownSince,
        clientKey: clientKeyOf(payment.provider),
      },
      hold: { id: hold.id, expiresAt: hold.expiresAt },
    };
  },
});

/** The orders that payments are for, by what the provider calls the payments. */
export async function ordersOfPayments(
  ctx: AppContext,
  pgPaymentIds: readonly string[],
): Promise<Map<string, OrderRow>> {
  const rows = await ctx.db
    .select({ pgPaymentId: payments.pgPaymentId, order: orders })
    .from(payments)
    .innerJoin(orders, eq(orders.id, payments.orderId))
    .where(among(payments.pgPaymentId, pgPaymentIds));
  return new Map(rows.map(({ pgPaymentId, order }) => [pgPaymentId, order]));
}

/** How long a hold must still last to be charged for: longer than the provider is waited for. */
const CHARGE_SECONDS = 30;

/** Those of the payments whose tickets are held for them long enough to charge now, by the database's clock. */
export async function heldForCharge(ctx: AppContext, ids: readonly PaymentId[]): Promise<Set<PaymentId>> {
  const rows = await ctx.db
    .select({ id: payments.id })
    .from(payments)
    .innerJoin(orders, eq(orders.id, payments.orderId))
    .innerJoin(holds, eq(holds.id, orders.holdId))
    .where(
      and(
        among(payments.id, ids),
        eq(holds.state, "ACTIVE"),
        holds.frozen,
        gt(holds.expiresAt, inSeconds(CHARGE_SECONDS)),
      ),
    );
  return new Set(rows.map(({ id }) => id));
}

/** Holds with the price of one ticket in KRW and the payment they are at, where there is one, by hold. */
export async function checkoutsOfHolds(ctx: AppContext, ids: readonly HoldId[]) {
  const rows = await ctx.db
    .select({ hold: holds, priceKrw: eventSessions.priceKrw, payment: payments })
    .from(holds)
    .innerJoin(eventSessions, eq(eventSessions.id, holds.eventSessionId))
    .leftJoin(orders, eq(orders.holdId, holds.id))
    .leftJoin(payments, eq(payments.orderId, orders.id))
    .where(among(holds.id, ids));
  return new Map(rows.map((row) => [row.hold.id, row]));
}

/** Orders with what they are for. */
const ordersWithEvent = (ctx: AppContext) =>
  ctx.db
    .select({ order: orders, event: events, eventSession: eventSessions, payment: payments, hold: holds })
    .from(orders)
    .innerJoin(eventSessions, eq(eventSessions.id, orders.eventSessionId))
    .innerJoin(events, eq(events.id, eventSessions.eventId))
    .innerJoin(payments, eq(payments.orderId, orders.id))
    .innerJoin(holds, eq(holds.id, orders.holdId));

type Row = Awaited<ReturnType<typeof ordersWithEvent>>[number];

const viewInList = ({ order, event, eventSession }: Row) => ({
  ...viewOrder(order),
  eventId: event.id,
  eventTitle: event.title,
  startsAt: eventSession.startsAt,
});
