import { and, asc, eq, getTableColumns, gt, lt, sql } from "drizzle-orm";
import { eventSessions, events, stock } from "#db/schema/catalog.ts";
import { stateHistory } from "#db/schema/platform.ts";
import { inSeconds } from "../platform/database/clock.ts";
import { inList } from "../platform/database/rows.ts";
import type { AppContext, Tx } from "../platform/operation/context.ts";
import { type InventoryState, inventoryMachine } from "../seats/machine.ts";
import type { EventId, EventSessionId } from "./contract.ts";
import { dropListings } from "./listing.store.ts";
import { STOCK_MAX } from "./values.ts";

const sessionColumns = getTableColumns(eventSessions);

/** Tickets of a row of `stock` that are on sale: none while they are withheld. */
export const onSale = sql<number>`(case when ${stock.withheldAt} is null then ${stock.remaining} else 0 end)`;
/** Tickets of a row of `stock` that are neither held nor sold and yet not on sale. */
export const withheld = sql<number>`(case when ${stock.withheldAt} is null then 0 else ${stock.remaining} end)`;

const saleColumns = {
  ...sessionColumns,
  eventStatus: events.status,
  total: stock.total,
  remaining: onSale,
  withheld,
  withheldAt: stock.withheldAt,
  version: stock.version,
};

/** An event session with its stock, as one row. */
export type SaleRow = typeof eventSessions.$inferSelect &
  Omit<typeof stock.$inferSelect, "eventSessionId"> & {
    readonly eventStatus: (typeof events.$inferSelect)["status"];
    /** Tickets that are neither held nor sold and yet not on sale. */
    readonly withheld: number;
  };

/** Whether no ticket of a sale is held or sold. */
export const isUntaken = ({ remaining, withheld: kept, total }: SaleRow): boolean =>
  remaining + kept === total;

/** SQL that is true where an announced time of a row of `event_sessions` lies ahead. */
const hasReleaseAhead = sql`exists (
  select from jsonb_array_elements_text(${eventSessions.releaseTimes}) t(at) where t.at::timestamptz > app_now())`;

/** SQL that is true where what comes back does not go on sale at once: someone waits for it, or for the next announced time. */
export const withholdsReturns = sql<boolean>`(${stock.withheldAt} is not null
  or (${eventSessions.releasePolicy} = 'SCHEDULED' and ${hasReleaseAhead}))`;

export async function insertEventSession(
  tx: Tx,
  session: typeof eventSessions.$inferInsert,
  total: number,
): Promise<void> {
  dropListings(tx);
  await tx.db.insert(eventSessions).values(session);
  await tx.db.insert(stock).values({ eventSessionId: session.id, total, remaining: total });
}

export async function updateEventSession(
  tx: Tx,
  id: EventSessionId,
  set: Partial<typeof eventSessions.$inferInsert>,
): Promise<void> {
  dropListings(tx);
  await tx.db
    .update(eventSessions)
    .set({ ...set, updatedAt: sql`app_now()` })
    .where(eq(eventSessions.id, id));
}

/** Gives people with tickets of the event's coming event sessions at least so many days to give them back. */
export async function extendDeadlines(tx: Tx, eventId: EventId, days: number): Promise<void> {
  await tx.db
    .update(eventSessions)
    .set({
      cancelDeadlineAt: sql`greatest(${eventSessions.cancelDeadlineAt}, ${inSeconds(days * DAY_SECONDS)})`,
      updatedAt: sql`app_now()`,
    })
    .from(stock)
    .where(
      and(
        eq(eventSessions.eventId, eventId),
        gt(eventSessions.startsAt, sql`app_now()`),
        eq(stock.eventSessionId, eventSessions.id),
        lt(stock.remaining, stock.total),
      ),
    );
}

/** What a stock movement adds to each counter. */
export interface CounterChange {
  readonly total?: number;
  readonly remaining?: number;
}

/**
 * Changes the counters where what remains stays between nothing and all, and what comes on sale within what an event
 * session may have, decided in the statement.
 * @returns the sale as it is now, or undefined when there was too little to move or too much to add
 */
export async function changeCounters(
  tx: Tx,
  id: EventSessionId,
  { total = 0, remaining = 0 }: CounterChange,
): Promise<SaleRow | undefined> {
  const [row] = await tx.db
    .update(stock)
    .set({
      total: sql`${stock.total} + ${total}`,
      remaining: sql`${stock.remaining} + ${remaining}`,
      ...(remaining > 0 && {
        withheldAt: sql`case when ${stock.remaining} > 0 then ${stock.withheldAt}
          when ${withholdsReturns} then coalesce(${stock.withheldAt}, app_now()) end`,
      }),
      version: sql`${stock.version} + 1`,
    })
    .from(eventSessions)
    .innerJoin(events, eq(events.id, eventSessions.eventId))
    .where(
      and(
        eq(stock.eventSessionId, id),
        eq(eventSessions.id, stock.eventSessionId),
        sql`${stock.remaining} + ${remaining} between 0 and ${stock.total} + ${total}`,
        total > 0 ? sql`${stock.total} + ${total} <= ${STOCK_MAX}` : undefined,
      ),
    )
    .returning(saleColumns);
  return row as SaleRow | undefined;
}

/** Keeps what remains, and what comes back, off sale, or puts it on sale. @returns the sale as it is now */
export async function setWithheld(
  tx: Tx,
  id: EventSessionId,
  isWithheld: boolean,
): Promise<SaleRow | undefined> {
  dropListings(tx);
  const [row] = await tx.db
    .update(stock)
    .set({
      withheldAt: isWithheld ? sql`coalesce(${stock.withheldAt}, app_now())` : null,
      version: sql`${stock.version} + 1`,
    })
    .from(eventSessions)
    .innerJoin(events, eq(events.id, eventSessions.eventId))
    .where(and(eq(stock.eventSessionId, id), eq(eventSessions.id, stock.eventSessionId)))
    .returning(saleColumns);
  return row as SaleRow | undefined;
}

const salesQuery = (ctx: AppContext) =>
  ctx.db
    .select({ ...saleColumns, now: sql`app_now()`.mapWith(eventSessions.createdAt) })
    .from(eventSessions)
    .innerJoin(stock, eq(stock.eventSessionId, eventSessions.id))
    .innerJoin(events, eq(events.id, eventSessions.eventId));

export async function findSale(ctx: AppContext, id: EventSessionId): Promise<SaleRow | undefined> {
  const [row] = await salesQuery(ctx).where(eq(eventSessions.id, id));
  return row;
}

/** The sale, its stock locked until the transaction ends, and what time it is. */
export async function lockSale(tx: Tx, id: EventSessionId): Promise<(SaleRow & { now: Date }) | undefined> {
  const [row] = await salesQuery(tx).where(eq(eventSessions.id, id)).for("update", { of: stock });
  return row;
}

/** Whether tickets of the event are held or were ever sold, with its stock locked until the transaction ends. */
export async function lockWhetherTaken(tx: Tx, eventId: EventId): Promise<boolean> {
  const sales = await salesQuery(tx)
    .where(eq(eventSessions.eventId, eventId))
    .orderBy(asc(eventSessions.id))
    .for("update", { of: stock });
  if (!sales.every(isUntaken)) return true;
  return wereEverSold(
    tx,
    sales.map(({ id }) => id),
  );
}

/** Whether a ticket of one of these event sessions was ever sold, refunded or not. */
export async function wereEverSold(ctx: AppContext, ids: readonly EventSessionId[]): Promise<boolean> {
  const [sold] = await ctx.db
    .select({ seq: stateHistory.seq })
    .from(stateHistory)
    .where(
      and(
        eq(stateHistory.entity, inventoryMachine.name),
        inList(stateHistory.entityId, ids),
        eq(stateHistory.toState, "sold" satisfies InventoryState),
      ),
    )
    .limit(1);
  return sold !== undefined;
}

export const findSalesOfEvent = (ctx: AppContext, id: EventId): Promise<(SaleRow & { now: Date })[]> =>
  salesQuery(ctx)
    .where(eq(eventSessions.eventId, id))
    .orderBy(asc(eventSessions.startsAt), asc(eventSessions.id));

export async function findTerms(ctx: AppContext, id: EventSessionId) {
  const [row] = await ctx.db
    .select({
      priceKrw: eventSessions.priceKrw,
      ...{ eventId: eventSessions.eventId, startsAt: eventSessions.startsAt },
      ...{ cancelDeadlineAt: eventSessions.cancelDeadlineAt, cancelFees: eventSessions.cancelFees },
      now: sql`app_now()`.mapWith(eventSessions.createdAt),
    })
    .from(eventSessions)
    .where(eq(eventSessions.id, id));
  return row;
}

export async function findEventIdOf(ctx: AppContext, id: EventSessionId): Promise<EventId | undefined> {
  const [row] = await ctx.db
    .select({ eventId: eventSessions.eventId })
    .from(eventSessions)
    .where(eq(eventSessions.id, id));
  return row?.eventId;
}

/** The event sessions of published events that have not begun a day ago. */
export const findCurrentSessions = async (ctx: AppContext): Promise<EventSessionId[]> =>
  (await findCurrentStock(ctx)).map(({ id }) => id);

/** The same with their stock. */
export const findCurrentStock = (ctx: AppContext) =>
  ctx.db
    .select({ id: eventSessions.id, remaining: onSale, total: stock.total })
    .from(eventSessions)
    .innerJoin(events, eq(events.id, eventSessions.eventId))
    .innerJoin(stock, eq(stock.eventSessionId, eventSessions.id))
    .where(and(eq(events.status, "PUBLISHED"), gt(eventSessions.startsAt, inSeconds(-DAY_SECONDS))));

const DAY_SECONDS = 86_400;
