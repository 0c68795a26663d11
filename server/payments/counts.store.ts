import { and, between, eq, isNotNull, sql } from "drizzle-orm";
import { orders } from "#db/schema/orders.ts";
import { payments } from "#db/schema/payments.ts";
import { appNow, inSeconds } from "../platform/database/clock.ts";
import { onlyRow } from "../platform/database/rows.ts";
import type { AppContext } from "../platform/operation/context.ts";
import type { Id } from "../platform/values/ids.ts";
import type { PaymentState } from "./machine.ts";
import type { Outcomes } from "./policy.ts";

const MINUTE_SECONDS = 60;
const TEN_MINUTES_SECONDS = 600;
const HOUR_SECONDS = 3600;

/**
 * How many payments have an unknown outcome, of one event session or of all, by the time since it became unknown, and
 * since when the oldest has been.
 */
export async function countUnknown(ctx: AppContext, eventSessionId?: Id<"event_session">) {
  const seconds = sql`extract(epoch from app_now() - ${payments.unknownSince})`;
  const aged = (from: number, to: number) =>
    sql<number>`count(*) filter (where ${seconds} >= ${from}::int and ${seconds} < ${to}::int)::int`;
  const rows = await ctx.db
    .select({
      under_1m: sql<number>`count(*) filter (where ${seconds} < ${MINUTE_SECONDS}::int)::int`,
      under_10m: aged(MINUTE_SECONDS, TEN_MINUTES_SECONDS),
      under_1h: aged(TEN_MINUTES_SECONDS, HOUR_SECONDS),
      over_1h: sql<number>`count(*) filter (where ${seconds} >= ${HOUR_SECONDS}::int)::int`,
      count: sql<number>`count(*)::int`,
      oldestSince: sql<Date | null>`min(${payments.unknownSince})`.mapWith(payments.unknownSince),
      oldestSeconds: sql<number>`coalesce(max(${seconds}), 0)::float`,
    })
    .from(payments)
    .where(and(isNotNull(payments.unknownSince), eventSessionId && isOfSale(eventSessionId)));
  const { count, oldestSince, oldestSeconds, ...byAge } = onlyRow(rows);
  return { count, oldestSince, oldestSeconds, byAge };
}

/** How many payments ended in the last five minutes, of one event session or of all. */
export async function countOutcomes(
  ctx: AppContext,
  eventSessionId?: Id<"event_session">,
): Promise<Outcomes> {
  const ended = (state: PaymentState) =>
    ctx.db.$count(
      payments,
      and(
        eq(payments.state, state),
        between(payments.updatedAt, inSeconds(-300), appNow),
        eventSessionId && isOfSale(eventSessionId),
      ),
    );
  const [completed, failed] = await Promise.all([ended("completed"), ended("failed")]);
  return { completed, failed };
}

/** Whether a payment is one of an event session's. */
const isOfSale = (id: Id<"event_session">) =>
  sql`exists (select from ${orders} where ${orders.id} = ${payments.orderId} and ${orders.eventSessionId} = ${id})`;
