import { eq, sql } from "drizzle-orm";
import { eventSessions, events } from "#db/schema/catalog.ts";
import { holds } from "#db/schema/holds.ts";
import { orders } from "#db/schema/orders.ts";
import { payments } from "#db/schema/payments.ts";
import { seats } from "#db/schema/seats.ts";
import type { HoldId } from "../holds/contract.ts";
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
