import { freeUnorderedHolds } from "../../holds/steps/free-holds.ts";
import { signedIn } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { WaitlistEntry, WaitlistEntryInput } from "../contract.ts";
import { waitlistErrors } from "../errors.ts";
import { requireOwnEntry, viewEntry } from "../queries.ts";
import { advanceWaitlist } from "../steps/advance-waitlist.ts";
import { lockOffer } from "../steps/lock-offer.ts";
import { moveEntries } from "../store.ts";

/**
 * Says no to offered tickets, which are offered to the next in the same transaction. A person who declines is off the list, and
 * joins it at its end. An offer that was declined stays so. Refused with `not_offered`, `offer_over`, and `not_found` for
 * another's offer.
 */
export const declineOffer = defineCommand({
  id: "waitlist.decline",
  summary: "Say no to the tickets that the waiting list offers.",
  allow: signedIn,
  input: WaitlistEntryInput,
  output: WaitlistEntry,
  refuses: [waitlistErrors.not_offered, waitlistErrors.offer_over],
  audit: ({ entryId }) => ({ target: entryId }),
  async run(tx, { entryId }) {
    const { entry, holdId } = await lockOffer(tx, entryId);
    if (entry.state === "OFFERED") {
      await freeUnorderedHolds(tx, [{ id: holdId }], "offer_declined");
      await moveEntries(tx, [entryId], "DECLINED", { reason: "declined" });
      await advanceWaitlist(tx, entry.eventSessionId);
    } else if (entry.state !== "DECLINED") throw waitlistErrors.offer_over();
    return viewEntry(tx, await requireOwnEntry(tx, entryId));
  },
});
