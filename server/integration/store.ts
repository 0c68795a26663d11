import { and, asc, desc, eq, gt, inArray, isNull, lt, lte, not, sql } from "drizzle-orm";
import { integrationMessages, integrationSessions, phoneLines } from "#db/schema/integration.ts";
import { appNow, inSeconds } from "../platform/database/clock.ts";
import { neverAhead } from "../platform/database/clock-steps.ts";
import { inList, onlyRow } from "../platform/database/rows.ts";
import { transitionOn } from "../platform/database/transition.ts";
import type { AppContext, Tx } from "../platform/operation/context.ts";
import type { IntegrationSessionId } from "./contract.ts";
import { type IntegrationState, integrationSessionMachine, RUNNING_STATES } from "./machine.ts";
import { INACTIVITY_SECONDS, PRESENT_SECONDS, SEEN_EVERY_SECONDS } from "./policy.ts";

export type SessionRow = typeof integrationSessions.$inferSelect;

const move = transitionOn(integrationSessions, integrationSessionMachine);
const inStates = (states: readonly IntegrationState[]) => inList(sql`state::text`, states);

/** @returns undefined where the vendor or the person has a running session */
export async function insertSession(
  tx: Tx,
  row: Pick<SessionRow, "id" | "userId" | "vendorId" | "businessNumber" | "companyName">,
): Promise<SessionRow | undefined> {
  const [inserted] = await tx.db.insert(integrationSessions).values(row).onConflictDoNothing().returning();
  return inserted;
}

export async function findSession(
  ctx: AppContext,
  id: IntegrationSessionId,
): Promise<SessionRow | undefined> {
  const [row] = await ctx.db.select().from(integrationSessions).where(eq(integrationSessions.id, id));
  return row;
}

export async function findRunningOfVendor(ctx: AppContext, vendorId: string) {
  const [row] = await ctx.db
    .select()
    .from(integrationSessions)
    .where(and(eq(integrationSessions.vendorId, vendorId), inStates(RUNNING_STATES)));
  return row;
}

/** A user's last session for a vendor. */
export async function findLastOfVendor(ctx: AppContext, vendorId: string, userId: SessionRow["userId"]) {
  const [row] = await ctx.db
    .select()
    .from(integrationSessions)
    .where(and(eq(integrationSessions.vendorId, vendorId), eq(integrationSessions.userId, userId)))
    .orderBy(desc(integrationSessions.createdAt))
    .limit(1);
  return row;
}

/** A user's session that is not over. */
export async function findRunningOfUser(ctx: AppContext, userId: SessionRow["userId"]) {
  const [row] = await ctx.db
    .select()
    .from(integrationSessions)
    .where(and(eq(integrationSessions.userId, userId), inStates(RUNNING_STATES)));
  return row;
}

neverAhead(integrationSessions.lastActivityAt, 0, inStates(RUNNING_STATES));

const touched = { lastActivityAt: appNow, updatedAt: appNow };

/** Moves a session a step on; it counts as activity. Throws `illegal_transition` (409). */
export const moveSession = (
  tx: Tx,
  id: IntegrationSessionId,
  to: IntegrationState,
  options: {
    readonly reason?: string;
    readonly as?: Tx["actor"];
    readonly metadata?: Record<string, unknown>;
  },
): Promise<SessionRow> => move.one(tx, id, to, { ...options, set: touched });

/** Ends sessions where they may still end so: their codes are erased and their phone line is free, at once. */
export async function endSessions(
  tx: Tx,
  ids: readonly IntegrationSessionId[],
  to: IntegrationState,
  options: { readonly reason: string; readonly as?: Tx["actor"] },
): Promise<SessionRow[]> {
  if (ids.length === 0) return [];
  const ended = await move.all(tx, inList(integrationSessions.id, ids), to, {
    ...options,
    set: {
      ...{ smsCode: null, emailCode: null, endReason: options.reason, updatedAt: appNow },
      ...(to === "COMPLETED" && { completedAt: appNow }),
    },
  });
  const stateOf = JSON.stringify(Object.fromEntries(ended.map(({ id, fromState }) => [id, fromState])));
  await tx.db
    .update(phoneLines)
    .set({
      ...{ holderId: null, lockedAt: null, lockExpiresAt: null, releasedAt: appNow },
      // A session that has connected waits for nothing any more.
      releasedFrom:
        to === "COMPLETED" ? null : sql`(${stateOf}::json ->> ${phoneLines.holderId})::integration_state`,
    })
    .where(
      inList(
        phoneLines.holderId,
        ended.map(({ id }) => id),
      ),
    );
  return ended;
}

export const updateSession = async (
  tx: Tx,
  id: IntegrationSessionId,
  set: Partial<Pick<SessionRow, "vendorId" | "businessNumber" | "companyName" | "smsCode" | "emailCode">>,
): Promise<SessionRow> =>
  onlyRow(
    await tx.db
      .update(integrationSessions)
      .set({ ...set, ...touched })
      .where(eq(integrationSessions.id, id))
      .returning(),
  );

/** Puts a session at the end of the line; the caller has locked the lines. */
export async function enqueue(tx: Tx, id: IntegrationSessionId): Promise<void> {
  await tx.db
    .update(integrationSessions)
    .set({ queueNumber: sql`nextval('integration_queue')` })
    .where(eq(integrationSessions.id, id));
}

/** A seller who waits and asks for anything is present. */
export const touchWaiting = (ctx: AppContext, userIds: readonly SessionRow["userId"][]) =>
  ctx.db
    .update(integrationSessions)
    .set({ lastActivityAt: appNow })
    .where(
      and(
        inList(integrationSessions.userId, userIds),
        eq(integrationSessions.state, "WAITING_FOR_LOCK"),
        lte(integrationSessions.lastActivityAt, inSeconds(-SEEN_EVERY_SECONDS)),
      ),
    );

const waits = eq(integrationSessions.state, "WAITING_FOR_LOCK");
const presentSince = inSeconds(-PRESENT_SECONDS);

/** The next waiting sellers who are present, locked. An absent one keeps the place and is passed over. */
export const nextWaiting = (tx: Tx, limit: number): Promise<SessionRow[]> =>
  tx.db
    .select()
    .from(integrationSessions)
    .where(and(waits, gt(integrationSessions.lastActivityAt, presentSince)))
    .orderBy(asc(integrationSessions.queueNumber))
    .limit(limit)
    .for("update");

/** Marks who was before a place in line and not there when it was served. */
export const markPassedOver = (tx: Tx, queueNumber: number) =>
  tx.db
    .update(integrationSessions)
    .set({ passedOverAt: appNow })
    .where(
      and(waits, lt(integrationSessions.queueNumber, queueNumber), isNull(integrationSessions.passedOverAt)),
    );

/** How many wait up to a session, itself among them; null unless it waits. The column is named with its table, or it would be the inner one. */
const position = sql<number | null>`case ${integrationSessions.state} when 'WAITING_FOR_LOCK' then (
  select count(*)::int from integration_sessions ahead
  where ahead.state = 'WAITING_FOR_LOCK' and ahead.queue_number <= "integration_sessions"."queue_number") end`;

export async function positionOf(ctx: AppContext, id: IntegrationSessionId): Promise<number | null> {
  const [row] = await ctx.db
    .select({ position })
    .from(integrationSessions)
    .where(eq(integrationSessions.id, id));
  return row?.position ?? null;
}

/** In whose session nothing happens any more. */
export async function findInactive(ctx: AppContext): Promise<IntegrationSessionId[]> {
  const rows = await ctx.db
    .select({ id: integrationSessions.id })
    .from(integrationSessions)
    .where(
      and(inStates(RUNNING_STATES), lte(integrationSessions.lastActivityAt, inSeconds(-INACTIVITY_SECONDS))),
    );
  return rows.map(({ id }) => id);
}

/** Keeps a message, once. @returns false for one that is known */
export async function insertMessage(tx: Tx, row: typeof integrationMessages.$inferInsert): Promise<boolean> {
  const rows = await tx.db
    .insert(integrationMessages)
    .values(row)
    .onConflictDoNothing()
    .returning({ seq: integrationMessages.seq });
  return rows.length > 0;
}

/** The channel of the triggers that tell which row has changed (`db/migrations/0009_tell_integration.sql`). */
export const WATCH_CHANNEL = "integration";

/** Tells those who watch a session of a message that changed neither it nor its line, so that no trigger does. */
export const notifyWatchers = (tx: Tx, id: IntegrationSessionId) =>
  tx.db.execute(sql`select pg_notify(${WATCH_CHANNEL}, ${id})`);

/** The last message that came to the line while a session held it. */
export async function findLastMessage(ctx: AppContext, integrationSessionId: IntegrationSessionId) {
  const [row] = await ctx.db
    .select()
    .from(integrationMessages)
    .where(eq(integrationMessages.integrationSessionId, integrationSessionId))
    .orderBy(desc(integrationMessages.seq))
    .limit(1);
  return row;
}

/** Those that run and the last that ended, with their places in line. */
export const findSessions = (ctx: AppContext, limit: number) =>
  ctx.db
    .select({ session: integrationSessions, position })
    .from(integrationSessions)
    .orderBy(desc(inStates(RUNNING_STATES)), desc(integrationSessions.createdAt))
    .limit(limit);

export const findUnmatched = (ctx: AppContext, limit: number) =>
  ctx.db
    .select()
    .from(integrationMessages)
    .where(not(inArray(integrationMessages.outcome, ["taken", "kept"])))
    .orderBy(desc(integrationMessages.seq))
    .limit(limit);

/** How many run, and how many of those that ended in the last day were completed. */
export async function countSessions(ctx: AppContext) {
  const running = inStates(RUNNING_STATES);
  const lately = gt(integrationSessions.updatedAt, inSeconds(-DAY_SECONDS));
  const [row] = await ctx.db
    .select({
      running: sql<number>`count(*) filter (where ${running})::int`,
      completed: sql<number>`count(*) filter (where ${and(eq(integrationSessions.state, "COMPLETED"), lately)})::int`,
      ended: sql<number>`count(*) filter (where ${and(not(running), lately)})::int`,
    })
    .from(integrationSessions);
  return row ?? { running: 0, completed: 0, ended: 0 };
}

const DAY_SECONDS = 86_400;
