import { lockSale } from "../../catalog/steps/lock-sale.ts";
import { signedIn } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { WaitlistEntry, WaitlistEntryInput } from "../contract.ts";
import { requireOwnEntry, viewEntry } from "../queries.ts";
import { advanceWaitlist } from "../steps/advance-waitlist.ts";
import { moveEntries } from "../store.ts";

/**
 * Gives up one's place on a waiting list; a place that is none any more stays as it is, and so does an offer, which is
 * declined instead. Throws `not_found` (404) for another's.
 */
export const leaveWaitlist = defineCommand({
  id: "waitlist.leave",
  summary: "Give up one's place on a waiting list.",
  allow: signedIn,
  input: WaitlistEntryInput,
  output: WaitlistEntry,
  audit: ({ entryId }) => ({ target: entryId }),
  async run(tx, { entryId }) {
    const { entry } = await requireOwnEntry(tx, entryId);
    await lockSale(tx, entry.eventSessionId);
    const left = await moveEntries(tx, [entryId], "LEFT", { reason: "left" });
    if (left.length > 0) await advanceWaitlist(tx, entry.eventSessionId);
    return viewEntry(tx, await requireOwnEntry(tx, entryId));
  },
});
