import { saleWithHoldsOf } from "../../holds/queries.ts";
import { signedIn } from "../../platform/operation/allow.ts";
import { defineDirectCommand } from "../../platform/operation/command.ts";
import { Left, QueueTokenInput } from "../contract.ts";
import { queueTokenRefusals } from "../errors.ts";
import { admittingOf } from "../policy.ts";
import { leaveQueue as leave } from "../store.ts";
import { requireOwnClaims } from "../tokens.ts";

/** Gives up one's place or admission, so that the next moves up; safe to call twice. */
export const leaveQueue = defineDirectCommand({
  id: "queue.leave",
  summary: "Give up one's place; the next in the queue moves up at once.",
  allow: signedIn,
  input: QueueTokenInput,
  output: Left,
  refuses: queueTokenRefusals,
  async run(ctx, { token }) {
    const claims = requireOwnClaims(ctx, token);
    const admitting = admittingOf(await saleWithHoldsOf(ctx, claims.eventSessionId));
    return { left: await leave(ctx.redis, claims, admitting) };
  },
});
