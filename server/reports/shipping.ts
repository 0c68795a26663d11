import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { users } from "#db/schema/auth.ts";
import { eventSessions, events } from "#db/schema/catalog.ts";
import { orders } from "#db/schema/orders.ts";
import { payments, refunds } from "#db/schema/payments.ts";
import { auditLog, stateHistory } from "#db/schema/platform.ts";
import { seats } from "#db/schema/seats.ts";
import { shippings } from "#db/schema/shipping.ts";
import { tickets } from "#db/schema/tickets.ts";
import { requireManagedSession } from "../catalog/queries.ts";
import { ParcelSeat } from "../fulfillment/contract.ts";
import { Refund } from "../payments/contract.ts";
import { paymentMachine } from "../payments/machine.ts";
import { role } from "../platform/operation/allow.ts";
import { defineQuery } from "../platform/operation/command.ts";
import type { AppContext } from "../platform/operation/context.ts";
import { platformErrors } from "../platform/operation/errors.ts";
import { shortCodeOf } from "../platform/values/id-forms.ts";
import { instantOut, maskEmail } from "../platform/values/text.ts";
import { type ShippingId, shippingId } from "../shipping/contract.ts";
import { TICKET_STATUSES } from "../tickets/contract.ts";
import { ShippingListed } from "./shippings.ts";

/** Something that happened to a parcel. */
const ShippingEvent = z.object({
  at: instantOut,
  /** `correction`: of carrier or tracking number. `look`: its address was opened. */
  kind: z.enum(["step", "correction", "look"]),
  from: z.string().nullable(),
  /** The state that it went to, the number, or what the address was opened for. */
  what: z.string(),
  by: z.enum(["buyer", "staff", "system"]),
  /** The reason, in the words of the person who gave one. */
  detail: z.string().nullable(),
});

const ShippingReport = ShippingListed.extend({
  /** The buyer's e-mail with most of its name left out. */
  buyer: z.string(),
  venue: z.string(),
  payment: z.enum(paymentMachine.states),
  /** KRW. */
  amount: z.int(),
  refunds: z.array(Refund),
  tickets: z.array(
    z.object({ number: z.int(), status: z.enum(TICKET_STATUSES), seat: ParcelSeat.nullable() }),
  ),
  /** KRW that would go back now: for the tickets that are not void, and of the shipping fee what was kept until now. */
  returnable: z.object({ tickets: z.int(), fee: z.int() }),
  /** The first one first. */
  timeline: z.array(ShippingEvent),
});

/** Throws `not_found` (404) for a parcel of another seller's event. */
export const getShippingReport = defineQuery({
  id: "reports.get-shipping-report",
  summary: "A parcel with its order, its tickets and what happened to it, but not where it goes.",
  allow: role("ADMIN", "SELLER"),
  input: z.strictObject({ id: shippingId }),
  output: ShippingReport,
  async run(ctx, { id }) {
    const row = await findShipping(ctx, id);
    if (!row) throw platformErrors.not_found({ what: "shipping" });
    await requireManagedSession(ctx, row.sessionId);
    const { email, userId, paymentId, shippingFee, ...parcel } = row;
    const [given, contents, timeline] = await Promise.all([
      ctx.db.select().from(refunds).where(eq(refunds.paymentId, paymentId)).orderBy(refunds.createdAt),
      ticketsOf(ctx, row.orderId),
      timelineOf(ctx, id, userId),
    ]);
    const live = contents.filter(({ status }) => status !== "VOID");
    return {
      ...parcel,
      ...{ orderNumber: shortCodeOf(row.orderId), buyer: maskEmail(email), timeline },
      refunds: given.map(
        ({ amountKrw: amount, shippingFeeKrw, cancelFeeKrw, createdAt: askedAt, ...refund }) => ({
          ...{ ...refund, amount, askedAt, shippingFee: shippingFeeKrw, cancelFee: cancelFeeKrw },
        }),
      ),
      tickets: contents.map(({ status, section, row, label, number }, index) => ({
        ...{ number: index + 1, status },
        seat: section === null || number === null ? null : { section, row, label, number },
      })),
      returnable: {
        tickets: live.reduce((sum, { price }) => sum + price, 0),
        fee: given.reduce((left, refund) => left - refund.shippingFeeKrw, shippingFee),
      },
    };
  },
});

async function findShipping(ctx: AppContext, id: ShippingId) {
  const [row] = await ctx.db
    .select({
      ...{ id: shippings.id, status: shippings.state, orderId: shippings.orderId },
      ...{ carrier: shippings.carrier, trackingNumber: shippings.trackingNumber },
      ...{ createdAt: shippings.createdAt, updatedAt: shippings.updatedAt },
      ...{ quantity: orders.quantity, orderStatus: orders.state, amount: orders.amountKrw },
      ...{ shippingFee: orders.shippingFeeKrw, sessionId: orders.eventSessionId },
      ...{ eventId: events.id, eventTitle: events.title, venue: events.venue },
      ...{ startsAt: eventSessions.startsAt, userId: users.id, email: users.email },
      ...{ paymentId: payments.id, payment: payments.state },
    })
    .from(shippings)
    .innerJoin(orders, eq(orders.id, shippings.orderId))
    .innerJoin(payments, eq(payments.orderId, orders.id))
    .innerJoin(users, eq(users.id, orders.userId))
    .innerJoin(eventSessions, eq(eventSessions.id, orders.eventSessionId))
    .innerJoin(events, eq(events.id, eventSessions.eventId))
    .where(eq(shippings.id, id));
  return row;
}

const ticketsOf = (ctx: AppContext, orderId: (typeof orders.$inferSelect)["id"]) =>
  ctx.db
    .select({
      ...{ status: tickets.status, price: tickets.priceKrw },
      ...{ section: seats.section, row: seats.row, label: seats.label, number: seats.number },
    })
    .from(tickets)
    .leftJoin(seats, eq(seats.id, tickets.seatId))
    .where(eq(tickets.orderId, orderId))
    .orderBy(tickets.id);

const RECORDED = {
  "fulfillment.correct-tracking": "correction",
  "fulfillment.read-addresses": "look",
} as const;
const isRecorded = (action: string): action is keyof typeof RECORDED => Object.hasOwn(RECORDED, action);

async function timelineOf(
  ctx: AppContext,
  id: ShippingId,
  buyerId: string,
): Promise<z.input<typeof ShippingEvent>[]> {
  const by = ({ actorKind, actorId }: { actorKind: string; actorId: string | null }) =>
    actorKind === "user"
      ? actorId === buyerId
        ? ("buyer" as const)
        : ("staff" as const)
      : ("system" as const);
  const [steps, records] = await Promise.all([
    ctx.db
      .select()
      .from(stateHistory)
      .where(and(eq(stateHistory.entity, "shipping"), eq(stateHistory.entityId, id)))
      .orderBy(stateHistory.seq),
    ctx.db
      .select()
      .from(auditLog)
      .where(
        and(
          eq(auditLog.target, id),
          eq(auditLog.outcome, "ok"),
          inArray(auditLog.action, [
            ...Object.keys(RECORDED),
            "fulfillment.move-shipping",
            "fulfillment.move-shippings",
          ]),
        ),
      )
      .orderBy(auditLog.seq),
  ]);
  // The reason in a person's own words is in the audit row of the same step.
  const noteOf = (to: string) => records.find(({ meta }) => meta?.to === to)?.meta?.note;
  const written = records.flatMap(({ action, meta, at, ...who }) =>
    isRecorded(action)
      ? [{ at, kind: RECORDED[action], from: null, what: whatOf(meta), by: by(who), detail: null }]
      : [],
  );
  const moved = steps.map(({ at, fromState: from, toState: what, reason, ...who }) => {
    const note = noteOf(what);
    return {
      ...{ at, kind: "step" as const, from, what, by: by(who) },
      // The machine's own word for a step says no more than the step.
      detail: typeof note === "string" ? note : reason === `parcel_${what}` ? null : reason,
    };
  });
  return [...moved, ...written].sort((one, other) => one.at.getTime() - other.at.getTime());
}

const whatOf = (meta: Readonly<Record<string, unknown>> | null): string =>
  String(meta?.purpose ?? [meta?.carrier, meta?.trackingNumber].join(" "));
