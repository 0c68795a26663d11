import { lockAccount } from "../../auth/steps/lock-account.ts";
import { saleOf } from "../../catalog/queries.ts";
import { signedIn } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { OpeningInput, OpeningWish } from "../contract.ts";
import { notificationErrors } from "../errors.ts";
import { countWishes, hasWish, insertWish } from "../openings.store.ts";
import { OPENING_WISHES_MAX } from "../values.ts";

/**
 * Has the caller be told shortly before sales of an event session open; asking again changes nothing. Throws `not_found`,
 * `not_scheduled` (409) where sales do not open any more, `opening_wishes_full` (409).
 */
export const askOpening = defineCommand({
  id: "notifications.ask-opening",
  summary: "Be told shortly before sales of an event session open.",
  allow: signedIn,
  input: OpeningInput,
  output: OpeningWish,
  refuses: [notificationErrors.not_scheduled, notificationErrors.opening_wishes_full],
  audit: ({ sessionId }) => ({ target: sessionId }),
  async run(tx, { sessionId: eventSessionId }) {
    const { userId, role } = tx.actor;
    // One who asks for many at once is counted one after the other, and who erases the account leaves none behind.
    const person = await lockAccount(tx, userId, role);
    if (person?.state !== "ACTIVE") throw platformErrors.unauthorized();
    if ((await saleOf(tx, eventSessionId)).status !== "SCHEDULED") throw notificationErrors.not_scheduled();
    const wish = { eventSessionId, userId };
    if (await hasWish(tx, wish)) return { asked: true };
    if ((await countWishes(tx, userId)) >= OPENING_WISHES_MAX)
      throw notificationErrors.opening_wishes_full({ max: OPENING_WISHES_MAX });
    await insertWish(tx, wish);
    return { asked: true };
  },
});
