import { and, asc, eq, gt, lt, or, sql } from "drizzle-orm";
import { RETENTION_DAYS } from "#db/privacy/retention.ts";
import { eventSessions, events } from "#db/schema/catalog.ts";
import { guestArrivals, guestLists, guests } from "#db/schema/guests.ts";
import type { EventSessionId } from "../catalog/contract.ts";
import { inList, onlyRow } from "../platform/database/rows.ts";
import type { AppContext, Tx } from "../platform/operation/context.ts";
import type { GuestCounts, GuestId } from "./contract.ts";

export type ArrivalRow = typeof guestArrivals.$inferSelect;

/** Locks the list of an event session until the transaction ends. @returns the revision of what changes in it */
export async function lockList(tx: Tx, eventSessionId: EventSessionId): Promise<number> {
  const rows = await tx.db
    .insert(guestLists)
    .values({ eventSessionId, revision: 1 })
    .onConflictDoUpdate({
      target: guestLists.eventSessionId,
      set: { revision: sql`${guestLists.revision} + 1` },
    })
    .returning({ revision: guestLists.revision });
  return onlyRow(rows).revision;
}

/** The revision of a list; 0 where there is none. */
export async function revisionOf(ctx: AppContext, id: EventSessionId): Promise<number> {
  const [row] = await ctx.db
    .select({ revision: guestLists.revision })
    .from(guestLists)
    .where(eq(guestLists.eventSessionId, id));
  return row?.revision ?? 0;
}

const view = {
  id: guests.id,
  name: guests.name,
  note: guests.note,
  people: guests.people,
  came: guests.came,
  outside: guests.outside,
  isRevoked: sql<boolean>`${guests.revokedAt} is not null`,
  createdAt: guests.createdAt,
};

/** The guests of an event session by name, or those alone that changed after a revision. */
export const findGuests = (ctx: AppContext, id: EventSessionId, { after = -1 } = {}) =>
  ctx.db
    .select(view)
    .from(guests)
    .where(and(eq(guests.eventSessionId, id), gt(guests.revision, after)))
    .orderBy(asc(guests.name), asc(guests.id));

/** The guests of these ids, as doors see them, and when each was revoked. */
export const findGuestsOfIds = (ctx: AppContext, id: EventSessionId, ids: readonly GuestId[]) =>
  ctx.db
    .select({ ...view, revokedAt: guests.revokedAt })
    .from(guests)
    .where(and(eq(guests.eventSessionId, id), inList(guests.id, ids)));

export async function findGuest(ctx: AppContext, id: GuestId) {
  const [row] = await ctx.db.select().from(guests).where(eq(guests.id, id));
  return row;
}

export async function insertGuests(tx: Tx, rows: readonly (typeof guests.$inferInsert)[]) {
  return tx.db
    .insert(guests)
    .values([...rows])
    .returning(view);
}

export async function revokeRow(tx: Tx, id: GuestId, revision: number): Promise<void> {
  await tx.db.update(guests).set({ revokedAt: sql`app_now()`, revision }).where(eq(guests.id, id));
}

export async function saveCounts(
  tx: Tx,
  id: GuestId,
  counts: { readonly came: number; readonly outside: number; readonly revision: number },
): Promise<void> {
  await tx.db.update(guests).set(counts).where(eq(guests.id, id));
}

/** How many people are on a list, have come and are inside. Those who came before they were revoked came. */
export async function countGuests(ctx: AppContext, id: EventSessionId): Promise<GuestCounts> {
  const sum = (of: ReturnType<typeof sql>) => sql<number>`coalesce(sum(${of}), 0)::int`;
  const rows = await ctx.db
    .select({
      listed: sql<number>`coalesce(sum(${guests.people}) filter (where ${guests.revokedAt} is null), 0)::int`,
      came: sum(sql`${guests.came}`),
      inside: sum(sql`${guests.came} - ${guests.outside}`),
    })
    .from(guests)
    .where(eq(guests.eventSessionId, id));
  return onlyRow(rows);
}

export const insertArrival = (tx: Tx, row: typeof guestArrivals.$inferInsert) =>
  tx.db.insert(guestArrivals).values(row);

/** Which of these arrivals a device sent before. */
export const findArrivalsOfKeys = (
  ctx: AppContext,
  deviceId: ArrivalRow["doorDeviceId"],
  keys: readonly string[],
): Promise<ArrivalRow[]> =>
  ctx.db
    .select()
    .from(guestArrivals)
    .where(and(eq(guestArrivals.doorDeviceId, deviceId), inList(guestArrivals.key, keys)));

/** The arrivals of a guest that were let through, in the order in which they were made. */
export const findPassed = (ctx: AppContext, id: GuestId): Promise<ArrivalRow[]> =>
  ctx.db
    .select()
    .from(guestArrivals)
    .where(and(eq(guestArrivals.guestId, id), guestArrivals.passed))
    .orderBy(guestArrivals.arrivedAt, guestArrivals.seq);

/** The same of the guests of an event session of whom too many came, or who were revoked. */
export const findDoubtful = (ctx: AppContext, id: EventSessionId) =>
  ctx.db
    .select({
      name: guests.name,
      listed: guests.people,
      revokedAt: guests.revokedAt,
      ...{ guestId: guests.id, direction: guestArrivals.direction, people: guestArrivals.people },
      ...{ entrance: guestArrivals.entrance, arrivedAt: guestArrivals.arrivedAt },
    })
    .from(guests)
    .innerJoin(guestArrivals, eq(guestArrivals.guestId, guests.id))
    .where(
      and(
        ...[eq(guests.eventSessionId, id), guestArrivals.passed],
        or(gt(guests.came, guests.people), sql`${guests.revokedAt} is not null`),
      ),
    )
    .orderBy(guestArrivals.guestId, guestArrivals.arrivedAt, guestArrivals.seq);

/** The event of an event session, and when it starts. */
export async function findOccasion(ctx: AppContext, id: EventSessionId) {
  const rows = await ctx.db
    .select({ eventTitle: events.title, startsAt: eventSessions.startsAt })
    .from(eventSessions)
    .innerJoin(events, eq(events.id, eventSessions.eventId))
    .where(eq(eventSessions.id, id));
  return onlyRow(rows);
}

/** Erases the names and notes of guests whose event session is long over. @returns how many */
export async function eraseOldNames(ctx: AppContext): Promise<number> {
  const rows = await ctx.db
    .update(guests)
    .set({ name: "", note: null })
    .from(eventSessions)
    .where(
      and(
        ...[eq(eventSessions.id, guests.eventSessionId), gt(guests.name, "")],
        lt(eventSessions.startsAt, sql`app_now() - make_interval(days => ${RETENTION_DAYS.guestNames})`),
      ),
    )
    .returning({ id: guests.id });
  return rows.length;
}
