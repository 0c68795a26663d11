import {
  type AnyColumn,
  and,
  asc,
  between,
  desc,
  eq,
  getTableColumns,
  gt,
  inArray,
  lt,
  lte,
  not,
  or,
  sql,
} from "drizzle-orm";
import { eventSessions, events, stock } from "#db/schema/catalog.ts";
import { holdCounts } from "#db/schema/holds.ts";
import { saleSamples } from "#db/schema/sales.ts";
import type { EventSessionId } from "../catalog/contract.ts";
import { onSale, withheld } from "../catalog/store.ts";
import { appNow, inSeconds } from "../platform/database/clock.ts";
import { onlyRow } from "../platform/database/rows.ts";
import type { AppContext } from "../platform/operation/context.ts";
import { SAMPLE_SECONDS } from "./policy.ts";

/** Sales shown at once, those that open next or opened last first; a house with more has the list of its events. */
const SALES_MAX = 200;
const HOUR = 3600;
const DAY = 24 * HOUR;

/** A sale and what its holds have, of one moment. */
export async function findSales(ctx: AppContext, ids: readonly EventSessionId[] | "current") {
  const sum = (column: AnyColumn) => sql<number>`sum(${column})::int`;
  const counted = ctx.db
    .select({
      eventSessionId: holdCounts.eventSessionId,
      held: sum(holdCounts.held).as("held"),
      paying: sum(holdCounts.paying).as("paying"),
      sold: sum(holdCounts.sold).as("sold"),
    })
    .from(holdCounts)
    .where(ids === "current" ? undefined : inArray(holdCounts.eventSessionId, [...ids]))
    .groupBy(holdCounts.eventSessionId)
    .as("counted");
  const isCurrent = and(
    eq(events.status, "PUBLISHED"),
    gt(eventSessions.startsAt, inSeconds(-DAY)),
    or(
      eq(eventSessions.salesOverride, "OPEN"),
      and(lt(eventSessions.salesOpenAt, inSeconds(HOUR)), gt(eventSessions.salesCloseAt, inSeconds(-HOUR))),
    ),
  );
  return ctx.db
    .select({
      ...getTableColumns(eventSessions),
      title: events.title,
      eventStatus: events.status,
      total: stock.total,
      remaining: onSale,
      withheld,
      withheldAt: stock.withheldAt,
      version: stock.version,
      held: sql<number>`coalesce(${counted.held}, 0)`,
      paying: sql<number>`coalesce(${counted.paying}, 0)`,
      sold: sql<number>`coalesce(${counted.sold}, 0)`,
      now: sql`app_now()`.mapWith(eventSessions.createdAt),
    })
    .from(eventSessions)
    .innerJoin(events, eq(events.id, eventSessions.eventId))
    .innerJoin(stock, eq(stock.eventSessionId, eventSessions.id))
    .leftJoin(counted, eq(counted.eventSessionId, eventSessions.id))
    .where(ids === "current" ? isCurrent : inArray(eventSessions.id, [...ids]))
    .orderBy(desc(eventSessions.salesOpenAt), asc(eventSessions.id))
    .limit(SALES_MAX);
}

export type SaleRow = Awaited<ReturnType<typeof findSales>>[number];

type Sample = typeof saleSamples.$inferInsert;

const SLOT = sql.raw(`date_bin('${SAMPLE_SECONDS} seconds', app_now(), 'epoch')`);

/** The start of the present sampling interval; undefined where its samples have been taken. */
export async function findOpenSlot(ctx: AppContext): Promise<Date | undefined> {
  const { at, taken } = onlyRow(
    await ctx.db.execute<{ at: string; taken: boolean }>(
      sql`select ${SLOT} as at, exists(select from sale_samples where at = ${SLOT}) as taken`,
    ),
  );
  return taken ? undefined : new Date(at);
}

/** Several processes may sample the same interval: the first keeps its rows. */
export async function insertSamples(ctx: AppContext, rows: readonly Sample[]): Promise<void> {
  if (rows.length > 0)
    await ctx.db
      .insert(saleSamples)
      .values([...rows])
      .onConflictDoNothing();
}

/** The last sample that is a minute old; undefined where there is none of the two minutes before. */
export async function findSampleBefore(ctx: AppContext, id: EventSessionId) {
  const [row] = await ctx.db
    .select()
    .from(saleSamples)
    .where(and(eq(saleSamples.eventSessionId, id), between(saleSamples.at, inSeconds(-180), inSeconds(-60))))
    .orderBy(desc(saleSamples.at))
    .limit(1);
  return row;
}

/** The last sample of each step, the oldest first. */
export async function findSamples(
  ctx: AppContext,
  id: EventSessionId,
  { back, step }: { back: number; step: number },
) {
  // As text and not as a parameter: Postgres has to see that the two places of the statement are one expression.
  const bin = sql`date_bin(make_interval(secs => ${sql.raw(String(step))}), ${saleSamples.at}, 'epoch')`;
  const rows = await ctx.db
    .selectDistinctOn([bin])
    .from(saleSamples)
    .where(
      and(
        eq(saleSamples.eventSessionId, id),
        gt(saleSamples.at, inSeconds(-back)),
        lte(saleSamples.at, appNow),
      ),
    )
    .orderBy(bin, desc(saleSamples.at));
  return rows;
}

/** Deletes samples older than so many seconds, but for one in each `keptEach` seconds. @returns how many */
export async function deleteSamples(
  ctx: AppContext,
  { olderThan, keptEach }: { readonly olderThan: number; readonly keptEach: number | null },
): Promise<number> {
  const isKept = sql`extract(epoch from ${saleSamples.at})::bigint % ${keptEach} = 0`;
  const deleted = await ctx.db
    .delete(saleSamples)
    .where(and(lt(saleSamples.at, inSeconds(-olderThan)), keptEach === null ? undefined : not(isKept)));
  return deleted.count;
}
