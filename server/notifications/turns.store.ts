import { and, asc, eq, lte, sql } from "drizzle-orm";
import { users } from "#db/schema/auth.ts";
import { eventSessions, events } from "#db/schema/catalog.ts";
import { turnWishes } from "#db/schema/notifications.ts";
import type { AppContext, Tx, UserActor } from "../platform/operation/context.ts";
import type { Id } from "../platform/values/ids.ts";

interface Whose {
  readonly eventSessionId: Id<"event_session">;
  readonly userId: UserActor["userId"];
}

const isWish = ({ eventSessionId, userId }: Whose) =>
  and(eq(turnWishes.eventSessionId, eventSessionId), eq(turnWishes.userId, userId));

export const hasTurnWish = async (ctx: AppContext, whose: Whose): Promise<boolean> =>
  (await ctx.db.$count(turnWishes, isWish(whose))) > 0;

/** A person who joined again has another number. */
export async function saveTurnWish(tx: Tx, whose: Whose, number: number): Promise<void> {
  await tx.db
    .insert(turnWishes)
    .values({ ...whose, number })
    .onConflictDoUpdate({ target: [turnWishes.eventSessionId, turnWishes.userId], set: { number } });
}

/** @returns whether there was one: of processes that see a turn at once, one takes it */
export async function takeTurnWish(tx: Tx, whose: Whose): Promise<boolean> {
  const taken = await tx.db.delete(turnWishes).where(isWish(whose)).returning({ userId: turnWishes.userId });
  return taken.length > 0;
}

/** The queues in which someone waits to be told. */
export async function findAwaitedQueues(ctx: AppContext): Promise<Id<"event_session">[]> {
  const rows = await ctx.db.selectDistinct({ id: turnWishes.eventSessionId }).from(turnWishes);
  return rows.map(({ id }) => id);
}

/** So many are told in one look. */
const TOGETHER = 200;

/** Those who asked and whose number a queue has reached, in its order. */
export const findReached = (ctx: AppContext, eventSessionId: Id<"event_session">, serving: number) =>
  ctx.db
    .select({ userId: users.id, number: turnWishes.number, title: events.title })
    .from(turnWishes)
    .innerJoin(users, eq(users.id, turnWishes.userId))
    .innerJoin(eventSessions, eq(eventSessions.id, turnWishes.eventSessionId))
    .innerJoin(events, eq(events.id, eventSessions.eventId))
    .where(and(eq(turnWishes.eventSessionId, eventSessionId), lte(turnWishes.number, serving)))
    .orderBy(asc(turnWishes.number))
    .limit(TOGETHER);

/** Deletes the wishes of queues that are over, or were begun again. */
export async function deleteOldTurnWishes(ctx: AppContext): Promise<number> {
  const deleted = await ctx.db.execute(
    sql`delete from turn_wishes where created_at < app_now() - interval '1 day' returning user_id`,
  );
  return deleted.length;
}
