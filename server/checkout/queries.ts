import { and, desc, eq, gt, sql } from "drizzle-orm";
import { z } from "zod";
import { eventSessions, events } from "#db/schema/catalog.ts";
import { holds } from "#db/schema/holds.ts";
import { orders } from "#db/schema/orders.ts";
import { payments } from "#db/schema/payments.ts";
import { cancellationOf, changesFor, saleOf } from "../catalog/queries.ts";
import { viewOffer } from "../delivery/queries.ts";
import { HoldInput } from "../holds/contract.ts";
import { requireOwnHold, viewHold } from "../holds/queries.ts";
import { OrderInput } from "../orders/contract.ts";
import { orderMachine } from "../orders/machine.ts";
import { requireOwnOrder, viewOrder } from "../orders/queries.ts";
import type { OrderRow } from "../orders/store.ts";
import type { PaymentId } from "../payments/contract.ts";
import { clientKeyOf } from "../payments/gateways/by-name.ts";
import { refundsOf, refusalOf } from "../payments/queries.ts";
import { appNow, inSeconds } from "../platform/database/clock.ts";
import { inList } from "../platform/database/rows.ts";
import { historyOf } from "../platform/database/transition.ts";
import { signedIn } from "../platform/operation/allow.ts";
import { defineQuery } from "../platform/operation/command.ts";
import type { AppContext } from "../platform/operation/context.ts";
import { platformErrors } from "../platform/operation/errors.ts";
import { NoInput } from "../platform/values/text.ts";
import { chosenSeats } from "../seats/queries.ts";
import { addressesOf } from "../shipping/queries.ts";
import { findShippingOf } from "../shipping/store.ts";
import { ticketsOfOrder } from "../tickets/queries.ts";
import { OrderDetail, OrderInList, Purchase } from "./contract.ts";
import { purchaseStandingOf } from "./policy.ts";
import { amountOfHold } from "./store.ts";

export const myOrders = defineQuery({
  id: "checkout.my-orders",
  summary: "The caller's orders, the newest first.",
  allow: signedIn,
  input: NoInput,
  output: z.array(OrderInList),
  async run(ctx) {
    const rows = await ordersWithEvent(ctx)
      .where(eq(orders.userId, ctx.actor.userId))
      .orderBy(desc(orders.createdAt), desc(orders.id));
    const refunds = await refundsOf(
      ctx,
      rows.map(({ payment }) => payment.id),
    );
    return rows.map((row) => viewInList(row, refunds));
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
    const { order, event, eventSession, payment, hold } = row;
    // Those who ship it open the address on the shipping desk, which records it.
    const isBuyers = order.userId === ctx.actor.userId;
    const [refunds, shipping, addresses] = await Promise.all([
      refundsOf(ctx, [payment.id]),
      findShippingOf(ctx, id),
      addressesOf(ctx, isBuyers ? [id] : []),
    ]);
    return {
      ...viewInList(row, refunds),
      refunds: order.replacedById ? [] : (refunds.get(payment.id) ?? []),
      history,
      venue: event.venue,
      changes: await changesSinceHeld(ctx, row),
      cancelDeadlineAt: eventSession.cancelDeadlineAt,
      payment: {
        id: payment.id,
        status: payment.state,
        method: payment.method,
        refusedBecause: await refusalOf(ctx, payment),
        unknownSince: payment.unknownSince,
        clientKey: clientKeyOf(payment.provider),
      },
      shipping: shipping
        ? { status: shipping.state, carrier: shipping.carrier, trackingNumber: shipping.trackingNumber }
        : null,
      address: addresses.get(id) ?? null,
      hold: { id: hold.id, expiresAt: hold.expiresAt },
      seats: await chosenSeats(ctx, hold.seatIds),
      tickets: await ticketsOfOrder(ctx, order.id),
    };
  },
});

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

export const getPurchase = defineQuery({
  id: "checkout.get-purchase",
  summary: "One of the caller's holds, with what became of it and of the money.",
  allow: signedIn,
  input: HoldInput,
  output: Purchase,
  async run(ctx, { holdId }) {
    await requireOwnHold(ctx, holdId);
    const [row] = await purchases(ctx).where(eq(holds.id, holdId));
    if (!row) throw platformErrors.not_found({ what: "hold" });
    return viewPurchase(ctx, row);
  },
});

export const purchasesUnderWay = defineQuery({
  id: "checkout.purchases-under-way",
  summary: "The caller's live holds: what can still be paid for, and what is being confirmed.",
  allow: signedIn,
  input: NoInput,
  output: z.array(Purchase),
  async run(ctx) {
    const { userId } = ctx.actor;
    const rows = await purchases(ctx)
      .where(and(eq(holds.userId, userId), eq(holds.state, "ACTIVE"), gt(holds.expiresAt, appNow)))
      .orderBy(holds.expiresAt);
    return Promise.all(rows.map((row) => viewPurchase(ctx, row)));
  },
});

/** Holds with their event session, event and payment, if they have one. */
const purchases = (ctx: AppContext) =>
  ctx.db
    .select({
      hold: holds,
      amountKrw: amountOfHold,
      event: events,
      eventSession: eventSessions,
      payment: payments,
      order: orders,
    })
    .from(holds)
    .innerJoin(eventSessions, eq(eventSessions.id, holds.eventSessionId))
    .innerJoin(events, eq(events.id, eventSessions.eventId))
    .leftJoin(orders, eq(orders.holdId, holds.id))
    .leftJoin(payments, sql`${payments.orderId} = coalesce(${orders.replacedById}, ${orders.id})`);

async function viewPurchase(
  ctx: AppContext,
  { hold, amountKrw, event, eventSession, payment, order }: Awaited<ReturnType<typeof purchases>>[number],
) {
  const { startsAt, cancelDeadlineAt, priceKrw: price } = eventSession;
  return {
    ...(await viewHold(ctx, hold)),
    standing: await standingOf(ctx, hold, payment),
    eventId: event.id,
    eventTitle: event.title,
    venue: event.venue,
    ...{ startsAt, cancelDeadlineAt, price },
    changes: await changesSinceHeld(ctx, { hold, eventSession }),
    amount: payment?.amountKrw ?? amountKrw,
    shippingFee: order?.shippingFeeKrw ?? 0,
    paperAmount: payment?.amountKrw ?? amountKrw + eventSession.shippingFeeKrw,
    offer: viewOffer(eventSession),
  };
}

/** What changed since the tickets were held. */
async function changesSinceHeld(
  ctx: AppContext,
  { hold, eventSession: { id, eventId } }: Pick<Row, "hold" | "eventSession">,
) {
  const [changes = []] = await changesFor(ctx, [{ eventId, eventSessionId: id, since: hold.createdAt }]);
  return changes;
}

/** What a hold is to its buyer now. */
export async function standingOf(
  ctx: AppContext,
  hold: typeof holds.$inferSelect,
  payment: typeof payments.$inferSelect | null,
) {
  const { ending } = await viewHold(ctx, hold);
  const closedBecause = ending === null ? null : (await saleOf(ctx, hold.eventSessionId)).closedBecause;
  return purchaseStandingOf({ ending, frozen: hold.frozen, payment, closedBecause });
}

/** Orders with their event session, event, payment and hold. */
const ordersWithEvent = (ctx: AppContext) =>
  ctx.db
    .select({ order: orders, event: events, eventSession: eventSessions, payment: payments, hold: holds })
    .from(orders)
    .innerJoin(eventSessions, eq(eventSessions.id, orders.eventSessionId))
    .innerJoin(events, eq(events.id, eventSessions.eventId))
    // The payment of a replaced order belongs to the order that replaced it.
    .innerJoin(payments, sql`${payments.orderId} = coalesce(${orders.replacedById}, ${orders.id})`)
    .innerJoin(holds, eq(holds.id, orders.holdId));

type Row = Awaited<ReturnType<typeof ordersWithEvent>>[number];

const viewInList = (
  { order, event, eventSession, payment }: Row,
  refunds: Awaited<ReturnType<typeof refundsOf>>,
) => ({
  ...viewOrder(order),
  refund: order.replacedById ? null : (refunds.get(payment.id)?.at(-1) ?? null),
  eventId: event.id,
  eventTitle: event.title,
  startsAt: eventSession.startsAt,
  sessionCancellation: cancellationOf(eventSession),
});
