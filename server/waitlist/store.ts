import { and, asc, count, desc, eq, gt, inArray, lt, lte, ne, sql } from "drizzle-orm";
import { eventSessions, events, stock } from "#db/schema/catalog.ts";
import { holds } from "#db/schema/holds.ts";
import { waitlistEntries } from "#db/schema/waitlist.ts";
import type { EventSessionId } from "../catalog/contract.ts";
import { neverAhead } from "../platform/database/clock-steps.ts";
import { inList, onlyRow } from "../platform/database/rows.ts";
import { transitionOn } from "../platform/database/transition.ts";
import type { Actor, AppContext, Tx, UserActor } from "../platform/operation/context.ts";
import { OFFER_MINUTES_MAX } from "../release/values.ts";
import type { WaitlistEntryId, WaitlistFigures } from "./contract.ts";
import { type WaitlistEntryState, waitlistEntryMachine } from "./machine.ts";
import type { WaitlistEnding } from "./values.ts";

export type EntryRow = typeof waitlistEntries.$inferSelect;
type PersonId = UserActor["userId"];

const moveEntry = transitionOn(waitlistEntries, waitlistEntryMachine);

/** What the list itself does. */
export const LIST: Actor = { kind: "system", job: "waitlist.advance" };

neverAhead(waitlistEntries.offerEndsAt, OFFER_MINUTES_MAX * 60, eq(waitlistEntries.state, "OFFERED"));

export async function insertEntries(
  tx: Tx,
  rows: readonly (typeof waitlistEntries.$inferInsert)[],
): Promise<void> {
  await tx.db.insert(waitlistEntries).values([...rows]);
}

/** An entry with what it is for. */
const entriesWithEvent = (ctx: AppContext) =>
  ctx.db
    .select({ entry: waitlistEntries, eventSession: eventSessions, event: events, holdState: holds.state })
    .from(waitlistEntries)
    .innerJoin(eventSessions, eq(eventSessions.id, waitlistEntries.eventSessionId))
    .innerJoin(events, eq(events.id, eventSessions.eventId))
    .leftJoin(holds, eq(holds.id, waitlistEntries.holdId));
export type EntryWithEvent = Awaited<ReturnType<typeof entriesWithEvent>>[number];

export const findEntries = (ctx: AppContext, ids: readonly WaitlistEntryId[]): Promise<EntryWithEvent[]> =>
  entriesWithEvent(ctx).where(inList(waitlistEntries.id, ids));

/** A person's entries, the newest first. */
export const findEntriesOf = (ctx: AppContext, userId: PersonId, limit: number): Promise<EntryWithEvent[]> =>
  entriesWithEvent(ctx)
    .where(eq(waitlistEntries.userId, userId))
    .orderBy(desc(waitlistEntries.seq))
    .limit(limit);

/** A person's newest entry for an event session. */
export async function findLastEntry(ctx: AppContext, id: EventSessionId, userId: PersonId) {
  const [row] = await entriesWithEvent(ctx)
    .where(and(eq(waitlistEntries.userId, userId), eq(waitlistEntries.eventSessionId, id)))
    .orderBy(desc(waitlistEntries.seq))
    .limit(1);
  return row;
}

const isOpen = inArray(waitlistEntries.state, ["WAITING", "OFFERED"]);

/** The entries of these people that wait or are offered tickets. */
export const findOpenEntries = (ctx: AppContext, id: EventSessionId, userIds: readonly PersonId[]) =>
  ctx.db
    .select()
    .from(waitlistEntries)
    .where(and(eq(waitlistEntries.eventSessionId, id), inList(waitlistEntries.userId, userIds), isOpen));

export const findOpenEntriesOf = (ctx: AppContext, userId: PersonId) =>
  ctx.db
    .select()
    .from(waitlistEntries)
    .where(and(eq(waitlistEntries.userId, userId), isOpen));

/** The next who wait for no more than so many tickets, in the order of the list. */
export const findWaiting = (
  ctx: AppContext,
  id: EventSessionId,
  {
    after,
    quantityMax,
    limit,
  }: { readonly after: number; readonly quantityMax: number; readonly limit: number },
) =>
  ctx.db
    .select()
    .from(waitlistEntries)
    .where(
      and(
        ...[eq(waitlistEntries.eventSessionId, id), eq(waitlistEntries.state, "WAITING")],
        ...[gt(waitlistEntries.seq, after), lte(waitlistEntries.quantity, quantityMax)],
      ),
    )
    .orderBy(asc(waitlistEntries.seq))
    .limit(limit);

export const isAnyoneWaiting = async (ctx: AppContext, id: EventSessionId): Promise<boolean> =>
  (await findWaiting(ctx, id, { after: 0, quantityMax: 2_147_483_647, limit: 1 })).length > 0;

/** How many wait before an entry. */
export async function countAhead(ctx: AppContext, { eventSessionId, seq }: EntryRow): Promise<number> {
  const rows = await ctx.db
    .select({ ahead: count() })
    .from(waitlistEntries)
    .where(
      and(
        ...[eq(waitlistEntries.eventSessionId, eventSessionId), eq(waitlistEntries.state, "WAITING")],
        lt(waitlistEntries.seq, seq),
      ),
    );
  return onlyRow(rows).ahead;
}

interface Move {
  readonly reason?: string;
  readonly as?: Actor;
  readonly set?: { readonly endReason?: WaitlistEnding };
}

/** Moves those of the entries whose state allows it. @returns the moved ones */
export const moveEntries = (
  tx: Tx,
  ids: readonly WaitlistEntryId[],
  to: WaitlistEntryState,
  options: Move = {},
): Promise<EntryRow[]> => moveEntry.all(tx, inList(waitlistEntries.id, ids), to, options);

/** Moves everyone on the list of an event session. @returns the moved ones */
export const endList = (tx: Tx, id: EventSessionId, reason: WaitlistEnding): Promise<EntryRow[]> =>
  moveEntry.all(tx, eq(waitlistEntries.eventSessionId, id), "ENDED", {
    ...{ reason, as: LIST },
    set: { endReason: reason },
  });

/** Offers of an event session whose tickets were given back because their time was over. @returns the moved ones */
export const lapseOffers = (tx: Tx, id: EventSessionId): Promise<EntryRow[]> =>
  moveEntry.all(
    tx,
    and(
      eq(waitlistEntries.eventSessionId, id),
      inArray(
        waitlistEntries.holdId,
        tx.db
          .select({ id: holds.id })
          .from(holds)
          .where(and(eq(holds.eventSessionId, id), ne(holds.state, "ACTIVE"))),
      ),
    ),
    "LAPSED",
    { reason: "offer_over", as: LIST },
  );

/** Writes down what is offered to entries that wait. @returns the moved ones */
export function saveOffers(
  tx: Tx,
  offers: readonly { readonly id: WaitlistEntryId; readonly holdId: EntryRow["holdId"] }[],
  offerEndsAt: Date,
): Promise<EntryRow[]> {
  const holdOf = JSON.stringify(Object.fromEntries(offers.map(({ id, holdId }) => [id, holdId])));
  return moveEntry.all(
    tx,
    inList(
      waitlistEntries.id,
      offers.map(({ id }) => id),
    ),
    "OFFERED",
    {
      ...{ reason: "offered", as: LIST },
      set: { holdId: sql`${holdOf}::jsonb ->> ${waitlistEntries.id}`, offerEndsAt },
    },
  );
}

/** The event sessions where the list has something to do. */
export async function findDueSessions(ctx: AppContext): Promise<EventSessionId[]> {
  const rows = await ctx.db.execute<{ id: EventSessionId }>(sql`
    select s.id from ${eventSessions} s join ${events} e on e.id = s.event_id join ${stock} k on k.event_session_id = s.id
    where (k.withheld_at is not null and (k.remaining > 0 or s.release_policy <> 'WAITLIST' or not exists (
        select from ${waitlistEntries} w where w.event_session_id = s.id and w.state = 'WAITING')))
      or exists (
        select from ${waitlistEntries} w left join ${holds} h on h.id = w.hold_id
        where w.event_session_id = s.id and w.state in ('WAITING', 'OFFERED')
          and (s.cancelled_at is not null or e.status <> 'PUBLISHED' or s.sales_close_at <= app_now()
            or h.state <> 'ACTIVE' or h.expires_at <= app_now()))
    order by s.id`);
  return rows.map(({ id }) => id);
}

/** How many wait, for how many tickets, and how many offers are open, by event session; of those with a list. */
export async function countLists(
  ctx: AppContext,
  ids: readonly EventSessionId[],
): Promise<Map<EventSessionId, WaitlistFigures>> {
  const { eventSessionId: id, state, quantity } = waitlistEntries;
  const rows = await ctx.db
    .select({
      id,
      people: sql<number>`count(*) filter (where ${state} = 'WAITING')::int`,
      tickets: sql<number>`coalesce(sum(${quantity}) filter (where ${state} = 'WAITING'), 0)::int`,
      offers: sql<number>`count(*) filter (where ${state} = 'OFFERED')::int`,
    })
    .from(waitlistEntries)
    .where(and(inList(id, ids), isOpen))
    .groupBy(id);
  return new Map(rows.map(({ id: key, ...figures }) => [key, figures]));
}
