import { signedIn } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { Hold, HoldInput } from "../contract.ts";
import { holdErrors } from "../errors.ts";
import { lockPaymentOfHold } from "../orders.store.ts";
import { requireOwnHold, viewHold } from "../queries.ts";
import { freeHolds } from "../steps/free-holds.ts";
import { lockHolds } from "../store.ts";

/**
 * Releases a hold at once; an order that was not paid yet ends with it. A hold that is over already stays as it is. A sold
 * hold is refused with `hold_ended`, one whose payment is being confirmed with `payment_under_way`, another buyer's with
 * `not_found`.
 */
export const releaseHold = defineCommand({
  id: "holds.release-hold",
  summary: "Give held tickets back.",
  allow: signedIn,
  input: HoldInput,
  output: Hold,
  refuses: [holdErrors.hold_ended, holdErrors.payment_under_way],
  audit: ({ holdId }) => ({ target: holdId }),
  async run(tx, { holdId }) {
    await requireOwnHold(tx, holdId);
    const [locked] = await lockHolds(tx, [holdId]);
    if (locked?.state === "ACTIVE" && (locked.frozen || !(await lockPaymentOfHold(tx, holdId))))
      throw holdErrors.payment_under_way();
    await freeHolds(tx, [{ id: holdId }], "released_by_buyer");
    const hold = await requireOwnHold(tx, holdId);
    if (hold.state === "CONFIRMED") throw holdErrors.hold_ended({ ending: hold.sold ? "paid" : "cancelled" });
    return viewHold(tx, hold);
  },
});
