import { eq } from "drizzle-orm";
import { z } from "zod";
import { users } from "#db/schema/auth.ts";
import { eventSessions, events } from "#db/schema/catalog.ts";
import { orders } from "#db/schema/orders.ts";
import { payments, refunds } from "#db/schema/payments.ts";
import { seats } from "#db/schema/seats.ts";
import { shippings } from "#db/schema/shipping.ts";
import { tickets } from "#db/schema/tickets.ts";
import { type OrderId, OrderInput } from "../orders/contract.ts";
import { type PaymentId, Refund } from "../payments/contract.ts";
import { paymentMachine } from "../payments/machine.ts";
import { role } from "../platform/operation/allow.ts";
import { defineQuery } from "../platform/operation/command.ts";
import type { AppContext } from "../platform/operation/context.ts";
import { platformErrors } from "../platform/operation/errors.ts";
import { idOf } from "../platform/values/ids.ts";
import { instantOut } from "../platform/values/text.ts";
import { shippingMachine } from "../shipping/machine.ts";
import { ticketId } from "../tickets/contract.ts";
import { OrderListed, orderColumns } from "./orders.ts";
import { Happening, timelineOf } from "./timeline.ts";

const OrderReport = OrderListed.extend({
  holdId: z.string(),
  traceId: z.string(),
  replacedById: idOf("order").nullable(),
  /** Null where the order was replaced: its payment belongs to the order that replaced it. */
  payment: z
    .object({
      id: z.string(),
      status: z.enum(paymentMachine.states),
      provider: z.string(),
      pgPaymentId: z.string(),
      method: z.string(),
      unknownSince: instantOut.nullable(),
    })
    .nullable(),
  refunds: z.array(Refund),
  /** The parcel of paper tickets, once they are paid. */
  shipping: z
    .object({
      id: z.string(),
      state: z.enum(shippingMachine.states),
      carrier: z.string().nullable(),
      trackingNumber: z.string().nullable(),
    })
    .nullable(),
  tickets: z.array(
    z.object({
      id: ticketId,
      status: z.enum(["VALID", "USED", "VOID"]),
      seat: z.string().nullable(),
      /** KRW. */
      price: z.int(),
      usedAt: instantOut.nullable(),
    }),
  ),
  /** The first one first. */
  timeline: z.array(Happening),
});

export const getOrderReport = defineQuery({
  id: "reports.get-order-report",
  summary: "An order with everything that belongs to it and happened to it.",
  allow: role("ADMIN"),
  input: OrderInput,
  output: OrderReport,
  async run(ctx, { id }) {
    const row = await findOrder(ctx, id);
    if (!row) throw platformErrors.not_found({ what: "order" });
    const { payment } = row;
    const [given, admissions] = await Promise.all([
      payment ? refundsOf(ctx, payment.id) : [],
      ticketsOf(ctx, id),
    ]);
    const ids = [
      id,
      row.holdId,
      ...(payment ? [payment.id] : []),
      ...(row.shipping ? [row.shipping.id] : []),
      ...[...given, ...admissions].map(({ id }) => id),
    ];
    return {
      ...row,
      payment: payment && { ...payment, status: payment.state },
      refunds: given.map(({ amountKrw: amount, createdAt: askedAt, ...refund }) => ({
        ...refund,
        amount,
        ...{ shippingFee: refund.shippingFeeKrw, cancelFee: refund.cancelFeeKrw },
        askedAt,
      })),
      tickets: admissions,
      timeline: await timelineOf(ctx, { ...row, ids }),
    };
  },
});

async function findOrder(ctx: AppContext, id: OrderId) {
  const [row] = await ctx.db
    .select({
      ...orderColumns,
      holdId: orders.holdId,
      traceId: orders.traceId,
      replacedById: orders.replacedById,
      payment: payments,
      shipping: shippings,
    })
    .from(orders)
    .innerJoin(users, eq(users.id, orders.userId))
    .innerJoin(eventSessions, eq(eventSessions.id, orders.eventSessionId))
    .innerJoin(events, eq(events.id, eventSessions.eventId))
    .leftJoin(payments, eq(payments.orderId, orders.id))
    .leftJoin(shippings, eq(shippings.orderId, orders.id))
    .where(eq(orders.id, id));
  return row;
}

const refundsOf = (ctx: AppContext, id: PaymentId) =>
  ctx.db.select().from(refunds).where(eq(refunds.paymentId, id)).orderBy(refunds.createdAt);

const ticketsOf = (ctx: AppContext, id: OrderId) =>
  ctx.db
    .select({
      ...{ id: tickets.id, status: tickets.status, usedAt: tickets.usedAt },
      ...{ seat: seats.number, price: tickets.priceKrw },
    })
    .from(tickets)
    .leftJoin(seats, eq(seats.id, tickets.seatId))
    .where(eq(tickets.orderId, id))
    .orderBy(tickets.id);
