import { and, eq, gt, inArray, lte, sql } from "drizzle-orm";
import { eventSessions, stock } from "#db/schema/catalog.ts";
import { holds, receivedTickets } from "#db/schema/holds.ts";
import type { EventSessionId } from "../catalog/contract.ts";
import { onSale, withholdsReturns } from "../catalog/store.ts";
import { appNow, inSeconds } from "../platform/database/clock.ts";
import { neverAhead } from "../platform/database/clock-steps.ts";
import { insertRows } from "../platform/database/insert-rows.ts";
import { inList, onlyRow } from "../platform/database/rows.ts";
import { type Step, transitionOn } from "../platform/database/transition.ts";
import type { Actor, AppContext, Origin, Tx } from "../platform/operation/context.ts";
import { OFFER_MINUTES_MAX } from "../release/values.ts";
import type { SeatId } from "../seats/contract.ts";
import type { HoldId } from "./contract.ts";
import { holdMachine } from "./machine.ts";
import { type BuyerShare, HOLD_MAX_SECONDS } from "./policy.ts";
import { CHECKOUT_SECONDS, HOLD_SECONDS } from "./values.ts";

export type HoldRow = typeof holds.$inferSelect;

neverAhead(
  holds.expiresAt,
  sql`case when offered then ${OFFER_MINUTES_MAX * 60} when frozen then ${HOLD_MAX_SECONDS} when checked_out then ${CHECKOUT_SECONDS} else ${HOLD_SECONDS} end`,
  eq(holds.state, "ACTIVE"),
);

const moveHold = transitionOn(holds, holdMachine);

export async function insertHolds(tx: Tx, rows: readonly (typeof holds.$inferInsert)[]): Promise<void> {
  await insertRows(tx, holds, rows);
}

export async function findHold(ctx: AppContext, id: HoldId, userId?: string): Promise<HoldRow | undefined> {
  const [row] = await ctx.db
    .select()
    .from(holds)
    .where(and(eq(holds.id, id), userId ? eq(holds.userId, userId as HoldRow["userId"]) : undefined));
  return row;
}

export async function findActiveHold(ctx: AppContext, id: EventSessionId, userId: HoldRow["userId"]) {
  const [row] = await ctx.db
    .select()
    .from(holds)
    .where(
      and(
        ...[eq(holds.eventSessionId, id), eq(holds.userId, userId)],
        ...[eq(holds.state, "ACTIVE"), eq(holds.offered, false)],
      ),
    );
  return row;
}

export const lockHolds = (tx: Tx, ids: readonly HoldId[]): Promise<HoldRow[]> =>
  tx.db.select().from(holds).where(inList(holds.id, ids)).orderBy(holds.id).for("update");

/** A hold past its time may still be bought until its stock is freed, but not for what was withdrawn or cancelled. */
const isBuyable = sql`(${holds.expiresAt} > app_now() or exists (
  select from event_sessions s join events e on e.id = s.event_id
  where s.id = ${holds.eventSessionId} and e.status = 'PUBLISHED' and s.cancelled_at is null))`;

/** Moves those of the holds that are still active. */
export function endHolds(
  tx: Tx,
  steps: readonly Step<HoldId>[],
  to: "CONFIRMED" | "RELEASED",
  reason: string,
): Promise<HoldRow[]> {
  const byId = new Map<string, Origin | undefined>(steps.map(({ id, by }) => [id, by]));
  const ids = steps.map(({ id }) => id);
  const set = { sold: to === "CONFIRMED" };
  const wanted = and(inList(holds.id, ids), to === "CONFIRMED" ? isBuyable : undefined);
  return moveHold.all(tx, wanted, to, { reason, set, by: (id) => byId.get(id) });
}

/** Releases those of the holds that are still active and at no checkout. */
export function releaseUnordered(tx: Tx, steps: readonly Step<HoldId>[], reason: string): Promise<HoldRow[]> {
  const byId = new Map<string, Origin | undefined>(steps.map(({ id, by }) => [id, by]));
  const unordered = and(inList(holds.id, [...byId.keys()] as HoldId[]), eq(holds.checkedOut, false));
  return moveHold.all(tx, unordered, "RELEASED", { reason, by: (id) => byId.get(id) });
}

export const EXPIRES: Actor = { kind: "system", job: "holds.expire" };

/**
 * Ends the holds of an event session that are past their time. It skips a hold that another transaction has locked, or
 * whose payment another has locked: a reconciliation locks the payment first and the hold after it.
 */
export function expireHolds(tx: Tx, id: EventSessionId): Promise<HoldRow[]> {
  const isDue = sql`h.event_session_id = ${id} and h.state = 'ACTIVE' and h.expires_at <= app_now()`;
  const due = sql`
    with unpaid as materialized (
      select h.id from holds h join orders o on o.hold_id = h.id join payments p on p.order_id = o.id
      where ${isDue} and h.checked_out for update of p, h skip locked),
    unordered as materialized (
      select h.id from holds h where ${isDue} and not h.checked_out for update skip locked)
    select id from unpaid union all select id from unordered`;
  return moveHold.all(tx, sql`${holds.id} in (${due})`, "EXPIRED", { reason: "time_over", as: EXPIRES });
}

/** The event sessions with holds past their time. */
export async function findSessionsWithExpired(ctx: AppContext): Promise<EventSessionId[]> {
  const rows = await ctx.db
    .selectDistinct({ id: holds.eventSessionId })
    .from(holds)
    .where(and(eq(holds.state, "ACTIVE"), lte(holds.expiresAt, appNow)));
  return rows.map(({ id }) => id);
}

/**
 * Gives buyers who go to the checkout five minutes from now, each hold once.
 * @returns those whose time was not over and that had not gone to a checkout before
 */
export function checkOutHolds(tx: Tx, ids: readonly HoldId[]): Promise<HoldRow[]> {
  // They are locked in one order, so that two checkouts of the same holds at once cannot wait for each other.
  const live = tx.db
    .select({ id: holds.id })
    .from(holds)
    .where(
      and(
        inList(holds.id, ids),
        eq(holds.state, "ACTIVE"),
        eq(holds.checkedOut, false),
        eq(holds.offered, false),
        gt(holds.expiresAt, appNow),
      ),
    )
    .orderBy(holds.id)
    .for("update");
  return tx.db
    .update(holds)
    .set({ checkedOut: true, expiresAt: inSeconds(CHECKOUT_SECONDS) })
    .where(inArray(holds.id, live))
    .returning();
}

/** Freezes those of the holds that have not ended: each lasts as long as a hold may, and its buyer cannot give it back. */
export async function freezeHolds(tx: Tx, ids: readonly HoldId[]): Promise<void> {
  if (ids.length === 0) return;
  const until = sql`greatest(${holds.expiresAt}, ${holds.createdAt} + make_interval(secs => ${HOLD_MAX_SECONDS}))`;
  await tx.db
    .update(holds)
    .set({ frozen: true, expiresAt: until })
    .where(and(inList(holds.id, ids), eq(holds.state, "ACTIVE"), eq(holds.frozen, false)));
}

/** No money moved: a frozen hold is its buyer's again until `expiresAt`. */
export async function unfreezeHold(tx: Tx, id: HoldId, expiresAt: Date): Promise<void> {
  await tx.db
    .update(holds)
    .set({ frozen: false, expiresAt })
    .where(and(eq(holds.id, id), eq(holds.state, "ACTIVE"), eq(holds.frozen, true)));
}

/** Writes down which seats a hold has, in the order in which they were chosen. */
export async function saveSeats(tx: Tx, id: HoldId, seatIds: readonly SeatId[]): Promise<void> {
  await tx.db
    .update(holds)
    .set({ seatIds: [...seatIds], quantity: seatIds.length })
    .where(eq(holds.id, id));
}

/** Counts sold tickets of a hold as returned. Undefined where it has not so many left. */
export async function countReturned(tx: Tx, id: HoldId, quantity: number): Promise<HoldRow | undefined> {
  const returned = sql`${holds.returned} + ${quantity}`;
  const [row] = await tx.db
    .update(holds)
    .set({ returned, sold: sql`${returned} < ${holds.quantity}` })
    .where(and(eq(holds.id, id), holds.sold, lte(returned, holds.quantity)))
    .returning();
  return row;
}

/**
 * What these people have of the event session: whether they have an active hold, and how many tickets held, bought or received
 * of others. What a buyer gave away stays theirs.
 */
export async function sharesOf(
  tx: Tx,
  id: EventSessionId,
  userIds: readonly string[],
): Promise<Map<string, BuyerShare>> {
  const ofThese = inList(sql`user_id`, userIds);
  const rows = await tx.db.execute<{ userId: string; holding: boolean; tickets: number }>(sql`
    select user_id as "userId", bool_or(holding) as holding, sum(tickets)::int as tickets
    from (
      select user_id, state = 'ACTIVE' as holding, quantity - returned as tickets from ${holds}
      where event_session_id = ${id} and ${ofThese} and (state = 'ACTIVE' or sold)
      union all
      select user_id, false, tickets from ${receivedTickets}
      where event_session_id = ${id} and ${ofThese}) had
    group by user_id`);
  return new Map([...rows].map(({ userId, ...share }) => [userId, share]));
}

/** Counts tickets that were received of others, or are no longer; the caller has the stock locked. */
export async function countReceived(
  tx: Tx,
  changes: readonly (typeof receivedTickets.$inferInsert)[],
): Promise<void> {
  for (const { eventSessionId, userId, tickets: added } of changes) {
    const tickets = sql`${receivedTickets.tickets} + ${added}`;
    const target = [receivedTickets.eventSessionId, receivedTickets.userId];
    if (added > 0)
      await tx.db
        .insert(receivedTickets)
        .values({ eventSessionId, userId, tickets: added })
        .onConflictDoUpdate({ target, set: { tickets } });
    else
      await tx.db
        .update(receivedTickets)
        .set({ tickets })
        .where(and(eq(receivedTickets.eventSessionId, eventSessionId), eq(receivedTickets.userId, userId)));
  }
}

/** Makes an offered hold its buyer's, for as long as a new hold lasts. @returns false where the offer is over */
export async function takeOffered(tx: Tx, id: HoldId): Promise<boolean> {
  const taken = await tx.db
    .update(holds)
    .set({ offered: false, expiresAt: inSeconds(HOLD_SECONDS) })
    .where(and(eq(holds.id, id), eq(holds.state, "ACTIVE"), holds.offered, gt(holds.expiresAt, appNow)))
    .returning({ id: holds.id });
  return taken.length > 0;
}

/**
 * Counts the stock and the active holds of an event session, of which offers of the waiting list are none. It is one
 * statement: between two, a ticket that is being returned would count neither as held nor as remaining, and buyers would
 * read "sold out". Where what they free is withheld, nothing of it comes to the queue.
 */
export async function countHeld(ctx: AppContext, id: EventSessionId) {
  const goesOnSale = sql`not exists (
    select from ${stock} join ${eventSessions} on ${eventSessions.id} = ${stock.eventSessionId}
    where ${stock.eventSessionId} = ${id} and ${withholdsReturns})`;
  const rows = await ctx.db
    .select({
      remaining: sql<number | null>`(select ${onSale} from ${stock} where ${stock.eventSessionId} = ${id})`,
      heldStock: sql<number>`coalesce(sum(${holds.quantity}) filter (where not ${holds.offered} and ${goesOnSale}), 0)::int`,
      stockDueBack: sql<boolean>`coalesce(bool_or(${holds.expiresAt} <= ${appNow}), false) and ${goesOnSale}`,
    })
    .from(holds)
    .where(and(eq(holds.eventSessionId, id), eq(holds.state, "ACTIVE")));
  return onlyRow(rows);
}
