import { lockAccount } from "../../auth/steps/lock-account.ts";
import { signedIn } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { queueErrors } from "../../queue/errors.ts";
import { myPlace } from "../../queue/queries.ts";
import { OpeningInput, OpeningWish } from "../contract.ts";
import { saveTurnWish } from "../turns.store.ts";

/**
 * Has the caller, who waits in a queue, be told at their turn; asking again changes nothing. Throws `place_lost` (409)
 * without a place, `unavailable` (503) without Redis.
 */
export const askTurn = defineCommand({
  id: "notifications.ask-turn",
  summary: "Be told when it is your turn in a queue.",
  allow: signedIn,
  input: OpeningInput,
  output: OpeningWish,
  refuses: [queueErrors.place_lost],
  audit: ({ sessionId }) => ({ target: sessionId }),
  async run(tx, { sessionId }) {
    const { userId, role } = tx.actor;
    const person = await lockAccount(tx, userId, role);
    if (person?.state !== "ACTIVE") throw platformErrors.unauthorized();
    const place = await myPlace(tx, { sessionId });
    if (!place) throw queueErrors.place_lost();
    // Whose turn it is by now reads it on the page that asks.
    if (place.allowed) return { asked: false };
    await saveTurnWish(tx, { eventSessionId: sessionId, userId }, place.number);
    return { asked: true };
  },
});
