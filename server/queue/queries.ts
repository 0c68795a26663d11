import type { EventSessionId } from "../catalog/contract.ts";
import { anyone, signedIn } from "../platform/operation/allow.ts";
import { defineQuery } from "../platform/operation/command.ts";
import { type AppContext, purchaseTraceOf } from "../platform/operation/context.ts";
import { AppError, platformErrors } from "../platform/operation/errors.ts";
import { Place, QueueInput, QueueStatus } from "./contract.ts";
import { queueErrors } from "./errors.ts";
import { readQueueStatus } from "./live.ts";
import { placeRefusal } from "./policy.ts";
import { checkPlace, countQueue, lookAtPlace, type PlaceNow, type QueueNow } from "./store.ts";
import { numberInToken, type QueueClaims, queueTokens, requireOwnClaims, traceOfToken } from "./tokens.ts";

/**
 * The read moves the queue, as its ticker does: a queue that no one watches moves too. That changes nothing for the caller, so it
 * is a query all the same.
 */
export const getServing = defineQuery({
  id: "queue.get-serving",
  summary: "The number up to which people have been let in: the same few bytes for everyone.",
  allow: anyone,
  input: QueueInput,
  output: QueueStatus,
  run: (ctx, { sessionId: eventSessionId }) => readQueueStatus(ctx, eventSessionId),
});

export const myPlace = defineQuery({
  id: "queue.my-place",
  summary: "The caller's place in a queue, or null. Looking neither gives a place nor keeps one.",
  allow: signedIn,
  input: QueueInput,
  output: Place.nullable(),
  async run(ctx, { sessionId: eventSessionId }) {
    const whose = { eventSessionId, userId: ctx.actor.userId };
    const place = await lookAtPlace(ctx.redis, whose);
    return placeRefusal(place.state) ? null : viewPlace(whose, place);
  },
});

/** Where a person's place stands and when that ends, for who tells them of it. Looking changes nothing. */
export const standingOfPlace = (
  ctx: AppContext,
  whose: Pick<QueueClaims, "eventSessionId" | "userId">,
): Promise<Pick<PlaceNow, "state" | "endsAt">> => lookAtPlace(ctx.redis, whose);

/** A place as its holder sees it, with its token. */
export function viewPlace(
  whose: Pick<QueueClaims, "eventSessionId" | "userId">,
  { state, epoch, number, position, endsAt }: PlaceNow,
) {
  const queueToken = queueTokens().sign({ ...whose, number, epoch });
  return { queueToken, number, position, expiresAt: endsAt, allowed: state === "admitted" };
}

/** Says that the caller's operation is for the purchase with this place. @returns the trace of the purchase */
export function followPlace(ctx: AppContext, queueToken: string): string {
  const traceId = purchaseTraceOf(ctx, traceOfToken(queueToken));
  ctx.span?.follow(traceId);
  return traceId;
}

/** The number of a place, from a token that was checked. */
export const numberOfPlace = numberInToken;

/**
 * Whether the caller may place a hold now, by Redis's clock. One Redis command; nothing changes.
 * @returns null when admitted, else why not: `not_admitted`, `admission_expired`, `admission_spent`, `place_lost`,
 * `line_restarted` (409), `bad_queue_token` (400), `foreign_queue_token` (403), `unauthorized` (401). Where Redis does
 * not answer, `unavailable` (503): no one gets in unchecked
 */
export async function checkAdmission(
  ctx: AppContext,
  { eventSessionId, queueToken }: { readonly eventSessionId: EventSessionId; readonly queueToken: string },
): Promise<AppError | null> {
  try {
    const claims = requireOwnClaims(ctx, queueToken);
    if (claims.eventSessionId !== eventSessionId) return queueErrors.bad_queue_token();
    const { state, position } = await checkPlace(ctx.redis, claims);
    return state === "waiting" ? queueErrors.not_admitted({ position }) : placeRefusal(state);
  } catch (error) {
    if (error instanceof AppError) return error;
    ctx.log.error({ err: error, traceId: ctx.traceId, action: "queue.check-admission" });
    return platformErrors.unavailable({ part: "redis" });
  }
}

/** The status of a queue, or null if Redis does not answer. */
export const queueFigureOf = (ctx: AppContext, id: EventSessionId): Promise<QueueNow | null> =>
  countQueue(ctx.redis, id).catch(() => null);
