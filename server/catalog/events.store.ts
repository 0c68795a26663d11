import { and, desc, eq, getTableColumns, ilike, min, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { eventSessions, events, stock } from "#db/schema/catalog.ts";
import { posters } from "#db/schema/posters.ts";
import { inList, onlyRow } from "../platform/database/rows.ts";
import type { AppContext, Tx } from "../platform/operation/context.ts";
import type { EventId } from "./contract.ts";
import { dropListings } from "./listing.store.ts";

export type EventRow = typeof events.$inferSelect;

export async function insertEvent(tx: Tx, event: typeof events.$inferInsert) {
  dropListings(tx);
  return onlyRow(await tx.db.insert(events).values(event).returning());
}

/** What is read of an event's poster; null as a whole where it has none. */
const poster = {
  id: posters.id,
  alt: posters.alt,
  width: posters.width,
  height: posters.height,
  files: posters.files,
};

export async function findEvent(ctx: AppContext, id: EventId) {
  const [row] = await ctx.db
    .select({ ...getTableColumns(events), poster })
    .from(events)
    .leftJoin(posters, eq(posters.eventId, events.id))
    .where(eq(events.id, id));
  return row;
}

/** The event as it is, until the transaction ends. */
export async function lockEvent(tx: Tx, id: EventId) {
  return onlyRow(await tx.db.select().from(events).where(eq(events.id, id)).for("update"));
}

export async function updateEvent(tx: Tx, id: EventId, set: Partial<typeof events.$inferInsert>) {
  dropListings(tx);
  return onlyRow(
    await tx.db
      .update(events)
      .set({ ...set, updatedAt: sql`app_now()` })
      .where(eq(events.id, id))
      .returning(),
  );
}

/** Published events that come after one of them, the newest first. */
export function findPublishedEvents(ctx: AppContext, page: { after?: EventId | undefined; limit: number }) {
  const { id, title, venue, status, createdAt } = events;
  return ctx.db
    .select({ id, title, venue, status, poster, priceFrom: min(eventSessions.priceKrw) })
    .from(events)
    .leftJoin(eventSessions, eq(eventSessions.eventId, id))
    .leftJoin(posters, eq(posters.eventId, id))
    .where(and(eq(status, "PUBLISHED"), isAfter(ctx, page.after)))
    .groupBy(id, posters.id)
    .orderBy(desc(createdAt), desc(id))
    .limit(page.limit);
}

/** Whether an event comes after another one, the newest first. */
function isAfter(ctx: AppContext, after: EventId | undefined) {
  if (!after) return undefined;
  const last = alias(events, "last");
  const place = ctx.db
    .select({ at: last.createdAt, id: last.id })
    .from(last)
    .where(sql`${last.id} = ${after}`);
  return sql`(${events.createdAt}, ${events.id}) < (${place})`;
}

interface EventFilter {
  /** Whose events; everyone's where it is left out. */
  readonly ownerId?: EventRow["ownerId"] | undefined;
  readonly status?: EventRow["status"] | undefined;
  readonly search?: string | undefined;
  readonly after?: EventId | undefined;
  readonly limit: number;
}

/** Events of every status that match, the newest first. */
export function findEvents(ctx: AppContext, { ownerId, status, search, after, limit }: EventFilter) {
  const words = `%${search?.replace(/[\\%_]/g, "\\$&")}%`;
  return ctx.db
    .select()
    .from(events)
    .where(
      and(
        ownerId && eq(events.ownerId, ownerId),
        status && eq(events.status, status),
        search
          ? or(ilike(events.title, words), ilike(events.venue, words), eq(events.id, search as EventId))
          : undefined,
        isAfter(ctx, after),
      ),
    )
    .orderBy(desc(events.createdAt), desc(events.id))
    .limit(limit);
}

/** The stock of these events: how many event sessions each has, and how many tickets are there and taken. */
export function countStockOf(ctx: AppContext, ids: readonly EventId[]) {
  return ctx.db
    .select({
      eventId: eventSessions.eventId,
      eventSessionCount: sql<number>`count(*)::int`,
      totalStock: sql<number>`sum(${stock.total})::int`,
      takenStock: sql<number>`sum(${stock.total} - ${stock.remaining})::int`,
    })
    .from(eventSessions)
    .innerJoin(stock, eq(stock.eventSessionId, eventSessions.id))
    .where(inList(eventSessions.eventId, ids))
    .groupBy(eventSessions.eventId);
}
