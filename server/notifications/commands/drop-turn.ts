import { signedIn } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { OpeningInput, OpeningWish } from "../contract.ts";
import { takeTurnWish } from "../turns.store.ts";

/** Takes back that the caller wants to be told at their turn; without a wish it changes nothing. */
export const dropTurn = defineCommand({
  id: "notifications.drop-turn",
  summary: "Not be told any more when it is your turn in a queue.",
  allow: signedIn,
  input: OpeningInput,
  output: OpeningWish,
  audit: ({ sessionId }) => ({ target: sessionId }),
  async run(tx, { sessionId: eventSessionId }) {
    await takeTurnWish(tx, { eventSessionId, userId: tx.actor.userId });
    return { asked: false };
  },
});
