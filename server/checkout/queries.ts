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
import { clientKeyOf } from "../payments/gateways/by-name.ts";
import { refundsOf, refusalOf } from "../payments/queries.ts";
import { appNow, databaseNow } from "../platform/database/clock.ts";
import { historyOf } from "../platform/database/transition.ts";
import { signedIn } from "../platform/operation/allow.ts";
import { defineQuery } from "../platform/operation/command.ts";
import type { AppContext } from "../platform/operation/context.ts";
import { platformErrors } from "../platform/operation/errors.ts";
import { NoInput } from "../platform/values/text.ts";
import { chosenSeats } from "../seats/queries.ts";
import { addressesOf } from "../shipping/queries.ts";
import { findShippingOf } from "../shipping/store.ts";
import { feesUntilDeadline, viewTerms } from "../terms/queries.ts";
import { NO_FEES } from "../terms/values.ts";
import { ticketsOfOrder } from "../tickets/queries.ts";
import { OrderDetail, OrderInList, Purchase } from "./contract.ts";
import { cancelFeesOf, purchaseStandingOf } from "./policy.ts";
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
    const [refunds, shipping, addresses, changes, tickets] = await Promise.all([
      refundsOf(ctx, [payment.id]),
      findShippingOf(ctx, id),
      addressesOf(ctx, isBuyers ? [id] : []),
      changesSinceHeld(ctx, row),
      ticketsOfOrder(ctx, order.id),
    ]);
    return {
      ...viewInList(row, refunds),
      refunds: order.replacedById ? [] : (refunds.get(payment.id) ?? []),
      history,
      venue: event.venue,
      changes,
      cancelDeadlineAt: eventSession.cancelDeadlineAt,
      ...(await cancellingOf(ctx, row, tickets)),
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
      tickets: tickets.map((ticket) => ({ ...ticket, isGivenAway: ticket.holderId !== order.userId })),
    };
  },
});

/** What the order's buyer may give back now, what that costs, and until when; null where they may not. */
async function cancellingOf(
  ctx: AppContext,
  { order, eventSession }: Pick<Row, "order" | "eventSession">,
  tickets: Awaited<ReturnType<typeof ticketsOfOrder>>,
) {
  const now = await databaseNow(ctx.db);
  const { id: eventSessionId, eventId, cancelDeadlineAt, cancelledAt } = eventSession;
  const bookedAt = order.createdAt;
  const [changes = []] = await changesFor(ctx, [{ eventId, eventSessionId, since: bookedAt }]);
  const isChanged = changes.length > 0;
  const terms = isChanged ? { ...eventSession, cancelFees: NO_FEES } : eventSession;
  const feesUntil = feesUntilDeadline(terms, bookedAt, now);
  if (order.state !== "confirmed" || cancelledAt || now > cancelDeadlineAt)
    return { feesUntil, cancelQuote: null };
  const fees = cancelFeesOf(tickets, { ...eventSession, bookedAt, isChanged }, now);
  const valid = tickets.filter(({ status, holderId }) => status === "VALID" && holderId === order.userId);
  const cancelQuote = {
    tickets: valid.map(({ id, number, seat, price }) => ({
      id,
      number,
      seat,
      price,
      fee: fees.get(id) ?? 0,
    })),
    shippingFee: order.shippingFeeKrw,
    isLast: tickets.every(({ id, status }) => status === "VOID" || valid.some((one) => one.id === id)),
    isChanged,
  };
  return { feesUntil, cancelQuote: valid.length === 0 ? null : cancelQuote };
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
    const rows = await purchases(ctx)
      .where(and(eq(holds.userId, ctx.actor.userId), isLive))
      .orderBy(holds.expiresAt);
    return Promise.all(rows.map((row) => viewPurchase(ctx, row)));
  },
});

/** Of a hold that is its buyer's: an offer of the waiting list is none before it is accepted. */
const isLive = and(eq(holds.state, "ACTIVE"), eq(holds.offered, false), gt(holds.expiresAt, appNow));

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
    feesUntil: viewTerms(eventSession, order?.createdAt ?? (await databaseNow(ctx.db))).feesIfBookedNow,
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
