import { and, eq, sql } from "drizzle-orm";
import { eventSessions } from "#db/schema/catalog.ts";
import { orders } from "#db/schema/orders.ts";
import type { OrderId } from "../orders/contract.ts";
import { inList } from "../platform/database/rows.ts";
import type { AppContext } from "../platform/operation/context.ts";
import { CHECK_IN_HOURS } from "../tickets/contract.ts";
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
