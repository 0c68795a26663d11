import { signedIn } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { OpeningInput, OpeningWish } from "../contract.ts";
import { deleteWish } from "../openings.store.ts";

/** Takes back that the caller wants to be told of an opening; without a wish it changes nothing. */
export const dropOpening = defineCommand({
  id: "notifications.drop-opening",
  summary: "Not be told any more when sales of an event session open.",
  allow: signedIn,
  input: OpeningInput,
  output: OpeningWish,
  audit: ({ sessionId }) => ({ target: sessionId }),
  async run(tx, { sessionId: eventSessionId }) {
    await deleteWish(tx, { eventSessionId, userId: tx.actor.userId });
    return { asked: false };
  },
});
