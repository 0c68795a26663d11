import { isNotNull, sql } from "drizzle-orm";
import { payments } from "#db/schema/payments.ts";
import { onlyRow } from "../platform/database/rows.ts";
import type { AppContext } from "../platform/operation/context.ts";

const MINUTE_SECONDS = 60;
const TEN_MINUTES_SECONDS = 600;
const HOUR_SECONDS = 3600;

/** How many payments have an unknown outcome, by the time since it became unknown, and the oldest of these times. */
export async function countUnknown(ctx: AppContext) {
  const seconds = sql`extract(epoch from app_now() - ${payments.unknownSince})`;
  const between = (from: number, to: number) =>
    sql<number>`count(*) filter (where ${seconds} >= ${from}::int and ${seconds} < ${to}::int)::int`;
  const rows = await ctx.db
    .select({
      under_1m: sql<number>`count(*) filter (where ${seconds} < ${MINUTE_SECONDS}::int)::int`,
      under_10m: between(MINUTE_SECONDS, TEN_MINUTES_SECONDS),
      under_1h: between(TEN_MINUTES_SECONDS, HOUR_SECONDS),
      over_1h: sql<number>`count(*) filter (where ${seconds} >= ${HOUR_SECONDS}::int)::int`,
      oldestSeconds: sql<number>`coalesce(max(${seconds}), 0)::float`,
    })
    .from(payments)
    .where(isNotNull(payments.unknownSince));
  const { oldestSeconds, ...byAge } = onlyRow(rows);
  return { byAge, oldestSeconds };
}
