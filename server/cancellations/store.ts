import { and, asc, eq, gt, inArray, isNull, notExists, sql } from "drizzle-orm";
import { cancellations } from "#db/schema/cancellations.ts";
import { eventSessions, stock } from "#db/schema/catalog.ts";
import { holds } from "#db/schema/holds.ts";
import { orders } from "#db/schema/orders.ts";
import { payments, refunds } from "#db/schema/payments.ts";
import { seats } from "#db/schema/seats.ts";
import type { EventId, EventSessionId } from "../catalog/contract.ts";
import type { OrderId } from "../orders/contract.ts";
import { PAID } from "../orders/machine.ts";
import { waitingSince } from "../platform/database/clock.ts";
import { inList, onlyRow } from "../platform/database/rows.ts";
import type { AppContext, Tx } from "../platform/operation/context.ts";

/** Records that event sessions are cancelled. */
export async function insertCancellations(
  tx: Tx,
  rows: readonly (typeof cancellations.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.db.insert(cancellations).values([...rows]);
}

/** What the taken tickets of an event session cost, in KRW: its seats that are not free, or so many at its one price. */
const takenKrw = sql`case when ${eventSessions.seated} then (
  select sum(seat.price_krw) from ${seats} seat
  where seat.event_session_id = ${eventSessions.id} and seat.state <> 'available')
  else (${stock.total} - ${stock.remaining}) * ${eventSessions.priceKrw} end`;

const OPEN = ["pending", "processing", ...PAID] as const;

/** The fees of the parcels of its orders, in KRW. */
const feesKrw = sql`(
  select coalesce(sum(${orders.shippingFeeKrw}), 0) from ${orders}
  where ${orders.eventSessionId} = ${eventSessions.id} and ${inArray(orders.state, OPEN)})`;

/** What the tickets of event sessions cost that are held, being paid for or sold, with the fees of their parcels, in KRW. */
export async function sumTaken(ctx: AppContext, ids: readonly EventSessionId[]): Promise<number> {
  const [row] = await ctx.db
    .select({
      krw: sql`coalesce(sum(${takenKrw} + ${feesKrw}), 0)`.mapWith(Number),
    })
    .from(stock)
    .innerJoin(eventSessions, eq(eventSessions.id, stock.eventSessionId))
    .where(inList(stock.eventSessionId, ids));
  return row?.krw ?? 0;
}

/** The cancelled event sessions of which orders or holds are left, the oldest first. */
export async function findUnderWay(ctx: AppContext): Promise<EventSessionId[]> {
  const rows = await ctx.db
    .select({ id: cancellations.eventSessionId })
    .from(cancellations)
    .where(isNull(cancellations.doneAt))
    .orderBy(asc(cancellations.createdAt));
  return rows.map(({ id }) => id);
}

/** Paid orders of an event session, in the order of their ids, after one of them. */
export async function findPaidOrders(
  ctx: AppContext,
  id: EventSessionId,
  page: { readonly after: OrderId | undefined; readonly limit: number },
): Promise<OrderId[]> {
  const rows = await ctx.db
    .select({ id: orders.id })
    .from(orders)
    .where(
      and(
        eq(orders.eventSessionId, id),
        inArray(orders.state, PAID),
        page.after ? gt(orders.id, page.after) : undefined,
      ),
    )
    .orderBy(asc(orders.id))
    .limit(page.limit);
  return rows.map((row) => row.id);
}

/**
 * Ends a cancellation where neither an order nor a hold of its event session is left. The caller has locked the stock, so
 * that a hold which waited for it during the cancellation is there to be seen.
 * @returns whether it did
 */
export async function endCancellation(tx: Tx, id: EventSessionId): Promise<boolean> {
  const open = tx.db
    .select({ id: orders.id })
    .from(orders)
    .where(and(eq(orders.eventSessionId, id), inArray(orders.state, OPEN)));
  const held = tx.db
    .select({ id: holds.id })
    .from(holds)
    .where(and(eq(holds.eventSessionId, id), eq(holds.state, "ACTIVE")));
  const ended = await tx.db
    .update(cancellations)
    .set({ doneAt: sql`app_now()` })
    .where(
      and(
        eq(cancellations.eventSessionId, id),
        isNull(cancellations.doneAt),
        notExists(open),
        notExists(held),
      ),
    )
    .returning({ id: cancellations.eventSessionId });
  return ended.length > 0;
}

/** The cancelled event sessions of an event, each with how far its orders are. */
export function findCancellations(ctx: AppContext, eventId: EventId) {
  const count = (where: ReturnType<typeof sql>) => sql<number>`(count(*) filter (where ${where}))::int`;
  const wasCancelled = sql`${orders.endReason} = 'event_cancelled'`;
  const refund = (state: "asked" | "done" | "refused") => count(sql`${refunds.state} = ${state}`);
  // Single tickets may have been refunded before.
  const isLeftKrw = sql`${orders.amountKrw} - coalesce(
    (select sum(amount_krw) from refunds earlier where earlier.payment_id = ${payments.id}), 0)`;
  return ctx.db
    .select({
      eventSessionId: cancellations.eventSessionId,
      reason: sql<string>`${eventSessions.cancelReason}`,
      createdAt: cancellations.createdAt,
      doneAt: cancellations.doneAt,
      ordersLeft: count(inArray(orders.state, OPEN) as ReturnType<typeof sql>),
      ordersCancelled: count(wasCancelled),
      refunds: { asked: refund("asked"), done: refund("done"), refused: refund("refused") },
      refundedKrw: sql<number>`coalesce(sum(${refunds.amountKrw})
        filter (where ${refunds.state} = 'done'), 0)`.mapWith(Number),
      toRefundKrw: sql<number>`coalesce(sum(case when ${inArray(orders.state, PAID)} then ${isLeftKrw}
        else ${refunds.amountKrw} end), 0)`.mapWith(Number),
    })
    .from(cancellations)
    .innerJoin(eventSessions, eq(eventSessions.id, cancellations.eventSessionId))
    .leftJoin(orders, eq(orders.eventSessionId, cancellations.eventSessionId))
    .leftJoin(payments, eq(payments.orderId, orders.id))
    .leftJoin(refunds, and(eq(refunds.paymentId, payments.id), eq(refunds.reason, "event_cancelled")))
    .where(eq(eventSessions.eventId, eventId))
    .groupBy(cancellations.eventSessionId, eventSessions.cancelReason)
    .orderBy(asc(cancellations.createdAt));
}

/** How many are not done, and since how many seconds the oldest of them is not. */
export async function countUnderWay(ctx: AppContext) {
  const rows = await ctx.db
    .select(waitingSince(cancellations.createdAt))
    .from(cancellations)
    .where(isNull(cancellations.doneAt));
  return onlyRow(rows);
}
