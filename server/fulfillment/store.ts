import { and, asc, eq, ne, sql } from "drizzle-orm";
import { eventSessions, events } from "#db/schema/catalog.ts";
import { orders } from "#db/schema/orders.ts";
import { seats } from "#db/schema/seats.ts";
import { shippings } from "#db/schema/shipping.ts";
import { tickets } from "#db/schema/tickets.ts";
import type { OrderId } from "../orders/contract.ts";
import { inList } from "../platform/database/rows.ts";
import type { AppContext, UserActor } from "../platform/operation/context.ts";
import type { ShippingId } from "../shipping/contract.ts";
import { shippingMachine } from "../shipping/machine.ts";
import { CHECK_IN_HOURS } from "../tickets/contract.ts";
import type { ParcelSeat } from "./contract.ts";
import { TOLD_DAYS } from "./policy.ts";

/** The time from which on an event session is over. */
const overAt = sql`${eventSessions.startsAt} + make_interval(hours => ${CHECK_IN_HOURS.after})`;
const areAllUsed = sql`not exists (
    select from tickets t where t.order_id = ${orders.id} and t.status = 'VALID')
  and exists (select from tickets t where t.order_id = ${orders.id} and t.status = 'USED')`;
const hasOpenRefund = sql`exists (
  select from payments p join refunds r on r.payment_id = p.id
  where p.order_id = ${orders.id} and r.state in ('asked', 'refused') and r.closed_at is null)`;

/**
 * Paid orders of mobile tickets of which all are used or whose event session is over, while no refund of theirs is under
 * way, each with why it is completed.
 * @param among - only of these
 */
export function findUsedUp(ctx: AppContext, { limit, among }: { limit: number; among?: readonly OrderId[] }) {
  return ctx.db
    .select({
      id: orders.id,
      traceId: orders.traceId,
      reason: sql<"session_over" | "session_long_over" | "tickets_used">`case
        when ${overAt} > app_now() then 'tickets_used'
        when ${overAt} > app_now() - make_interval(days => ${TOLD_DAYS}) then 'session_over'
        else 'session_long_over' end`,
    })
    .from(orders)
    .innerJoin(eventSessions, eq(eventSessions.id, orders.eventSessionId))
    .where(
      and(
        eq(orders.state, "confirmed"),
        eq(orders.delivery, "MOBILE"),
        // No ticket is used before the day of the start, so that only the orders of these days are looked at.
        sql`${eventSessions.startsAt} < app_now() + interval '1 day' and ${eventSessions.cancelledAt} is null`,
        sql`(${overAt} < app_now() or ${areAllUsed})`,
        sql`not ${hasOpenRefund}`,
        among && inList(orders.id, among),
      ),
    )
    .orderBy(orders.id)
    .limit(limit);
}

interface Wanted {
  /** Only these; without them those that are being prepared. */
  readonly ids: readonly ShippingId[] | undefined;
  readonly session: string | undefined;
  readonly event: string | undefined;
  /** Only of events of this seller. */
  readonly ownerId: UserActor["userId"] | undefined;
  readonly limit: number;
}

/** Parcels with what they are for, the oldest first. */
export const findParcels = (ctx: AppContext, { ids, session, event, ownerId, limit }: Wanted) =>
  ctx.db
    .select({
      ...{ id: shippings.id, orderId: shippings.orderId, status: shippings.state },
      ...{ orderStatus: orders.state, sessionId: orders.eventSessionId },
      ...{ eventTitle: events.title, startsAt: eventSessions.startsAt },
    })
    .from(shippings)
    .innerJoin(orders, eq(orders.id, shippings.orderId))
    .innerJoin(eventSessions, eq(eventSessions.id, orders.eventSessionId))
    .innerJoin(events, eq(events.id, eventSessions.eventId))
    .where(
      and(
        ids ? inList(shippings.id, ids) : eq(shippings.state, "preparing"),
        session === undefined ? undefined : sql`${orders.eventSessionId} = ${session}`,
        event === undefined ? undefined : sql`${events.id} = ${event}`,
        ownerId && eq(events.ownerId, ownerId),
      ),
    )
    .orderBy(asc(shippings.createdAt), asc(shippings.id))
    .limit(limit);

interface Contents {
  readonly quantity: number;
  readonly seats: ParcelSeat[];
}

/** How many tickets of these orders are not void, and their seats; none of an order that has none. */
export async function findContents(
  ctx: AppContext,
  orderIds: readonly OrderId[],
): Promise<Map<OrderId, Contents>> {
  const rows = await ctx.db
    .select({
      ...{ orderId: tickets.orderId, section: seats.section },
      ...{ row: seats.row, label: seats.label, number: seats.number },
    })
    .from(tickets)
    .leftJoin(seats, eq(seats.id, tickets.seatId))
    .where(and(inList(tickets.orderId, orderIds), ne(tickets.status, "VOID")))
    .orderBy(tickets.id);
  const byOrder = Map.groupBy(rows, ({ orderId }) => orderId);
  return new Map(
    [...byOrder].map(([orderId, of]) => [
      orderId,
      {
        quantity: of.length,
        seats: of.flatMap(({ section, row, label, number }) =>
          section === null || number === null ? [] : { section, row, label, number },
        ),
      },
    ]),
  );
}

/** An order as a file of tracking numbers names it, with its parcel once it is paid. */
export type NumberedOrder = Awaited<ReturnType<typeof findOrdersByNumber>>[number];

/**
 * The orders whose ids end so, with their parcels.
 * @param ownerId - only of events of this seller
 */
export const findOrdersByNumber = (
  ctx: AppContext,
  ends: readonly string[],
  ownerId: UserActor["userId"] | undefined,
) =>
  ctx.db
    .select({
      ...{ orderId: orders.id, orderState: orders.state, delivery: orders.delivery },
      ...{ id: shippings.id, state: shippings.state },
      ...{ carrier: shippings.carrier, trackingNumber: shippings.trackingNumber },
    })
    .from(orders)
    .innerJoin(eventSessions, eq(eventSessions.id, orders.eventSessionId))
    .innerJoin(events, eq(events.id, eventSessions.eventId))
    .leftJoin(shippings, eq(shippings.orderId, orders.id))
    .where(and(inList(sql`right(${orders.id}, 8)`, ends), ownerId && eq(events.ownerId, ownerId)));

/** The parcels that have not ended under these tracking numbers, which are plain. */
export const findTracked = (ctx: AppContext, numbers: readonly string[]) =>
  ctx.db
    .select({ id: shippings.id, carrier: shippings.carrier, trackingNumber: shippings.trackingNumber })
    .from(shippings)
    .where(
      and(
        inList(sql`upper(replace(${shippings.trackingNumber}, '-', ''))`, numbers),
        sql`not ${inList(sql`${shippings.state}::text`, ENDS)}`,
      ),
    );

const ENDS = shippingMachine.states.filter((state) => shippingMachine.isEnd(state));
