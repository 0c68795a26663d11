import { catalogErrors } from "../../catalog/errors.ts";
import { saleWithHoldsOf } from "../../holds/queries.ts";
import { signedIn } from "../../platform/operation/allow.ts";
import { defineDirectCommand } from "../../platform/operation/command.ts";
import { PlaceStatus, QueueTokenInput } from "../contract.ts";
import { placeRefusals, queueErrors, queueTokenRefusals } from "../errors.ts";
import {
  admittingOf,
  estimateWaitSeconds,
  placePollAfterMs,
  placeRefusal,
  standingOf,
  waitRefusal,
} from "../policy.ts";
import { askPlace as ask } from "../store.ts";
import { requireOwnClaims } from "../tokens.ts";

/**
 * Reads the caller's place. It is not a query, because asking keeps the place.
 * @throws `bad_queue_token` (400), `foreign_queue_token` (403); `place_lost`, `admission_expired`, `admission_spent`,
 * `line_restarted` (409); `sold_out`, `sales_closed`, `event_withdrawn`, `session_cancelled` (409) when no one will be let in any more;
 * `unavailable` without Redis
 */
export const askPlace = defineDirectCommand({
  id: "queue.ask-place",
  summary: "Where one's own place stands. A waiting person who has not asked for 5 minutes loses it.",
  allow: signedIn,
  polled: true,
  input: QueueTokenInput,
  output: PlaceStatus,
  refuses: [
    ...queueTokenRefusals,
    ...placeRefusals,
    queueErrors.sold_out,
    catalogErrors.sales_closed,
    catalogErrors.event_withdrawn,
    catalogErrors.session_cancelled,
  ],
  async run(ctx, { token }) {
    const claims = requireOwnClaims(ctx, token);
    const sale = await saleWithHoldsOf(ctx, claims.eventSessionId);
    const standing = standingOf(sale);
    const admitting = admittingOf(sale);
    const { state, position, endsAt, waiting, admitted, stays } = await ask(ctx.redis, claims, admitting);
    const refusal = waitRefusal(standing) ?? placeRefusal(state);
    if (refusal) throw refusal;
    return {
      position,
      ahead: Math.max(0, position - 1),
      total: waiting,
      allowed: state === "admitted",
      expiresAt: endsAt,
      standing,
      estimatedWaitSeconds: estimateWaitSeconds({ position, admitted, stays, admitting }),
      pollAfterMs: placePollAfterMs(position),
    };
  },
});
