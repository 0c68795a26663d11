import { inTransaction } from "../../platform/database/transaction.ts";
import type { AppContext } from "../../platform/operation/context.ts";
import { type Id, newId } from "../../platform/values/ids.ts";
import { getServing, standingOfPlace } from "../../queue/queries.ts";
import { turnPushOf } from "../push.policy.ts";
import { reachPeople } from "../steps/reach-people.ts";
import { insertNotifications } from "../store.ts";
import { findAwaitedQueues, findReached, takeTurnWish } from "../turns.store.ts";

/**
 * Tells those who asked that it is their turn, or that their place was lost meanwhile: in the app and on their browsers. A
 * timer calls this in every process, since a turn is too short for a job; each is told once. Reading how far a queue is
 * moves it, so that one whose people have all closed their pages goes on. @returns how many people
 */
export async function tellTurns(ctx: AppContext): Promise<number> {
  let told = 0;
  // One queue that cannot be read keeps back no other.
  for (const sessionId of await findAwaitedQueues(ctx))
    told += await tellReached(ctx, sessionId).catch((error: unknown) => {
      ctx.log.warn({ err: error, action: "turns.tell", target: sessionId });
      return 0;
    });
  return told;
}

async function tellReached(ctx: AppContext, sessionId: Id<"event_session">): Promise<number> {
  const { serving } = await getServing(ctx, { sessionId });
  let told = 0;
  for (const reached of await findReached(ctx, sessionId, serving))
    told += await tell(ctx, sessionId, reached);
  return told;
}

type Reached = Awaited<ReturnType<typeof findReached>>[number];

async function tell(
  ctx: AppContext,
  eventSessionId: Id<"event_session">,
  { userId, number, title }: Reached,
): Promise<number> {
  const whose = { eventSessionId, userId };
  const { state, endsAt } = await standingOfPlace(ctx, whose);
  return inTransaction(ctx, async (tx) => {
    if (!(await takeTurnWish(tx, whose))) return 0;
    // Who has used the turn, or let it pass, saw it.
    if (state !== "admitted" && state !== "lost") return 0;
    const kind = state === "admitted" ? "turn.come" : "turn.lost";
    const params = { sessionId: eventSessionId, isQueue: true, endsAt: endsAt.toISOString() };
    const eventId = `turn ${eventSessionId} ${userId} ${number}`;
    const written = await insertNotifications(tx, [
      { id: newId("notification"), eventId, recipient: "customer", userId, kind, params },
    ]);
    if (written.length === 0) return 0;
    const until = state === "admitted" ? endsAt : undefined;
    // An e-mail would be read too late.
    await reachPeople(tx, {
      ...{ notice: "turn", kind, userIds: [userId], mails: [] },
      push: turnPushOf({ eventSessionId, title, until }),
    });
    return 1;
  });
}
