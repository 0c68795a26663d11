import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { transmissions } from "#db/schema/transmissions.ts";
import { inSeconds } from "../platform/database/clock.ts";
import { isAhead, neverAhead } from "../platform/database/clock-steps.ts";
import { inList } from "../platform/database/rows.ts";
import { transitionOn } from "../platform/database/transition.ts";
import type { AppContext, Tx } from "../platform/operation/context.ts";
import { failuresOf, isPaused } from "./circuit.store.ts";
import type { DestinationName, TransmissionFilter, TransmissionId } from "./contract.ts";
import { transmissionMachine } from "./machine.ts";
import { BATCH_SIZE_MAX, BLOCKING, LEASE_SECONDS, UNSENT } from "./policy.ts";

export type TransmissionRow = typeof transmissions.$inferSelect;

/** A transmission that a worker has, and the fencing number it has it by. */
export interface Claimed
  extends Pick<TransmissionRow, "id" | "type" | "aggregateId" | "payload" | "traceId" | "retryCount"> {
  readonly claim: number;
  readonly byHand: boolean;
  /** Whether the worker that had claimed it before never finished. */
  readonly wasLost: boolean;
  /** How often in a row the destination had failed by then. */
  readonly failuresBefore: number;
}

/** Due in the same transaction too: rounded to the millisecond, `app_now()` may be after itself. */
const immediately = sql`app_now() - interval '1 millisecond'`;

/** What waits for a dead transmission is due when that is replayed or closed, and is looked at this often besides. */
const BLOCKED_RECHECK_SECONDS = 3600;

const move = transitionOn(transmissions, transmissionMachine);

/** In the text of a statement, since Postgres takes an index of some states only where it reads which are asked for. */
const listed = (states: readonly string[]): SQL => sql.raw(states.map((state) => `'${state}'`).join(", "));

/** Whether a transmission is neither sent nor given up. */
export const isUnsent = sql`state in (${listed(UNSENT)})`;
const blocking = listed(BLOCKING);

neverAhead(transmissions.nextAttemptAt, LEASE_SECONDS, and(isUnsent, transmissions.claimed));
// A destination may have asked for a day. Only a transmission that failed, or was written, after now waits by a clock
// that was set back.
neverAhead(
  transmissions.nextAttemptAt,
  0,
  sql`${isUnsent} and not claimed and (${isAhead(transmissions.createdAt)} or exists (
    select from transmission_attempts made
    where made.transmission_id = ${transmissions.id} and ${isAhead(sql`made.ended_at`)}))`,
);
neverAhead(transmissions.createdAt, 0, isUnsent);

/** Whether an older one of the aggregate of `row` has not gone to the same destination yet. */
const isBlocked = (row: SQL) => sql`exists (
  select from transmissions older
  where older.aggregate_id = ${row}.aggregate_id and older.destination = ${row}.destination
    and older.seq < ${row}.seq and older.state in (${blocking}))`;

/**
 * Takes the next that are due, under a lease by the database's clock. Only as many rows are looked at as may
 * be taken, so that a claim costs the same however long the backlog is: those that wait for an older one
 * are deferred behind it.
 * @param as - `probe` takes one to see whether a paused destination is back; a number takes ten times as many, for so
 * many workers, of a destination that is not paused
 * @returns undefined where nothing was due, an empty list where all that was looked at had to wait
 */
export async function claimDue(
  tx: Tx,
  destination: DestinationName,
  as: number | "probe",
): Promise<Claimed[] | undefined> {
  // In the statement's text: with a parameter for a limit, Postgres plans for a tenth of all rows.
  const limit = sql.raw(String(as === "probe" ? 1 : as * BATCH_SIZE_MAX));
  const unlessPaused = as === "probe" ? sql`` : sql`and not ${isPaused(destination)}`;
  const candidates = await tx.db.execute<Partial<Claimed> & { candidate: TransmissionId }>(sql`
    with candidate as materialized (
      select id, aggregate_id, destination, seq, claimed from transmissions
      where destination = ${destination} and ${isUnsent} and next_attempt_at <= app_now()
        ${unlessPaused}
      order by next_attempt_at, seq limit ${limit} for update skip locked),
    claimed as (
      update transmissions t
      set claims = t.claims + 1, claimed = true, next_attempt_at = ${inSeconds(LEASE_SECONDS)}
      from candidate c where t.id = c.id and not ${isBlocked(sql`c`)}
      returning t.id, t.seq, t.type, t.aggregate_id as "aggregateId", t.payload, t.trace_id as "traceId",
        t.retry_count as "retryCount", t.claims as claim, t.replayed as "byHand", c.claimed as "wasLost")
    select candidate.id as candidate, claimed.*, ${failuresOf(destination)} as "failuresBefore"
    from candidate left join claimed using (id) order by candidate.seq`);
  if (candidates.length === 0) return undefined;
  const claimed = candidates.filter(
    (row): row is typeof row & Claimed => row.id !== undefined && row.id !== null,
  );
  const waiting = candidates.filter(({ id }) => !id).map(({ candidate }) => candidate);
  if (waiting.length > 0) await deferBehind(tx, waiting);
  return claimed;
}

/**
 * Makes transmissions due when the older one is that they wait for. It runs with their rows locked, so the worker of the
 * older one can only unblock them afterwards.
 */
const deferBehind = (tx: Tx, ids: readonly TransmissionId[]) =>
  tx.db.execute(sql`
    update transmissions t
    set next_attempt_at = coalesce(
      (select case older.state when 'DEAD' then ${inSeconds(BLOCKED_RECHECK_SECONDS)} else older.next_attempt_at end
       from transmissions older
       where older.aggregate_id = t.aggregate_id and older.destination = t.destination
         and older.seq < t.seq and older.state in (${blocking})
       order by older.seq limit 1),
      app_now())
    where ${inList(sql`t.id`, ids)}`);

/**
 * Makes the next transmission of each aggregate due, since these no longer block it. It reads no column of that row that
 * a concurrent claim may change, so it only waits until that claim commits.
 */
export async function unblockNext(tx: Tx, ids: readonly TransmissionId[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.db.execute(sql`
    update transmissions t set next_attempt_at = ${immediately}
    from transmissions done
    where ${inList(sql`done.id`, ids)} and t.state = 'PENDING'
      and t.seq = (
        select min(next.seq) from transmissions next
        where next.aggregate_id = done.aggregate_id and next.destination = done.destination
          and next.seq > done.seq and next.state in (${blocking}))`);
}

/** A transmission that was tried, and the claim that it was tried under. */
export interface Tried {
  readonly id: TransmissionId;
  readonly claim: number;
  readonly error?: string | undefined;
}

/** Those of the tried whose claim is still the last one. */
const heldByClaim = (tried: readonly Tried[]) => sql`(${transmissions.id}, ${transmissions.claims}) in
  (select id, claim from json_to_recordset(${JSON.stringify(tried)}::json) as tried(id text, claim int))`;

const errorOf = (tried: readonly Tried[]) =>
  sql`${JSON.stringify(Object.fromEntries(tried.map(({ id, error }) => [id, error])))}::json ->> ${transmissions.id}`;

const releaseLease = { claimed: false, replayed: false };

/** @returns the ids of those that were still the worker's to move */
export async function moveSent(tx: Tx, tried: readonly Tried[]): Promise<TransmissionId[]> {
  if (tried.length === 0) return [];
  const set = { ...releaseLease, sentAt: sql`app_now()`, lastError: null };
  return idsOf(await move.all(tx, heldByClaim(tried), "SENT", { reason: "delivered", set }));
}

/** @param tried - with the seconds until the next try, and whether this one counts as the message's own failure */
export async function moveFailed(
  tx: Tx,
  tried: readonly (Tried & { readonly retryInSeconds: number; readonly counts: boolean })[],
): Promise<TransmissionId[]> {
  if (tried.length === 0) return [];
  const delays = Object.fromEntries(tried.map(({ id, retryInSeconds }) => [id, retryInSeconds]));
  const counted = Object.fromEntries(tried.map(({ id, counts }) => [id, counts ? 1 : 0]));
  const of = (values: object) => sql`(${JSON.stringify(values)}::json ->> ${transmissions.id})`;
  const set = {
    ...releaseLease,
    retryCount: sql`${transmissions.retryCount} + ${of(counted)}::int`,
    nextAttemptAt: sql`app_now() + make_interval(secs => ${of(delays)}::float)`,
    lastError: errorOf(tried),
  };
  return idsOf(await move.all(tx, heldByClaim(tried), "FAILED", { reason: "delivery_failed", set }));
}

/** Moves to DEAD, by way of FAILED where it never failed before. */
export async function moveDead(tx: Tx, tried: readonly Tried[]): Promise<TransmissionId[]> {
  if (tried.length === 0) return [];
  const fresh = and(heldByClaim(tried), eq(transmissions.state, "PENDING"));
  await move.all(tx, fresh, "FAILED", { reason: "delivery_failed" });
  const set = {
    ...releaseLease,
    retryCount: sql`${transmissions.retryCount} + 1`,
    lastError: errorOf(tried),
  };
  return idsOf(await move.all(tx, heldByClaim(tried), "DEAD", { reason: "delivery_given_up", set }));
}

/** Closes those that are of no use any more. They pass every state on the way, since the machine has no shorter one. */
export async function moveUnwanted(tx: Tx, tried: readonly Tried[]): Promise<TransmissionId[]> {
  if (tried.length === 0) return [];
  const [reason, own] = ["unwanted", heldByClaim(tried)];
  await move.all(tx, and(own, eq(transmissions.state, "PENDING")), "FAILED", { reason });
  await move.all(tx, own, "DEAD", { reason });
  const set = { ...releaseLease, note: errorOf(tried) };
  return idsOf(await move.all(tx, own, "RESOLVED", { reason, set }));
}

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id as TransmissionId);

const again = { retryCount: 0, nextAttemptAt: immediately, replayed: true };

/** Puts the oldest `max` dead transmissions that match back in the queue, with all their tries ahead of them. */
export function moveReplayed(tx: Tx, filter: TransmissionFilter, max: number): Promise<TransmissionRow[]> {
  const { id, seq } = transmissions;
  const oldest = tx.db.select({ id }).from(transmissions).where(matching(filter)).orderBy(seq).limit(max);
  return move.all(tx, inArray(id, oldest), "PENDING", { reason: "replayed", set: again });
}

/** As {@link moveReplayed} for one. Throws `illegal_transition` (409) where it is not dead, `not_found` (404). */
export const moveOneReplayed = (tx: Tx, id: TransmissionId): Promise<TransmissionRow> =>
  move.one(tx, id, "PENDING", { reason: "replayed", set: again });

/** Closes one by hand. Throws `illegal_transition` (409) where it is not dead, `not_found` (404). */
export const moveResolved = (tx: Tx, id: TransmissionId, note: string): Promise<TransmissionRow> =>
  move.one(tx, id, "RESOLVED", { reason: "resolved", set: { note } });

/** Closes all dead ones that match by hand. @returns them */
export const moveResolvedMatching = (
  tx: Tx,
  filter: TransmissionFilter,
  note: string,
): Promise<TransmissionRow[]> =>
  move.all(tx, matching({ ...filter, status: "DEAD" }), "RESOLVED", { reason: "resolved", set: { note } });

/** All the given fields of the filter. */
export function matching({ status, destination, search }: TransmissionFilter): SQL | undefined {
  return and(
    status && eq(transmissions.state, status),
    destination && eq(transmissions.destination, destination),
    search === undefined ? undefined : named(search),
  );
}

/** The transmissions that a text names: by its form one index is asked, since Postgres puts the rows of several in no order. */
function named(text: string): SQL {
  if (text.startsWith("transmission_")) return eq(transmissions.id, text as TransmissionId);
  // What a message is about is a thing with an id, or the address of a department; no type looks like either.
  const isSubject = /[@_]/.test(text);
  return eq(isSubject ? transmissions.aggregateId : transmissions.type, text);
}

/** How many match; counts no further than `max`. */
export async function countMatching(
  ctx: AppContext,
  filter: TransmissionFilter,
  max: number,
): Promise<number> {
  const found = ctx.db
    .select({ id: transmissions.id })
    .from(transmissions)
    .where(matching(filter))
    .limit(max);
  return ctx.db.$count(found.as("found"));
}
