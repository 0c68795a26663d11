import { saleRefusals } from "../../catalog/errors.ts";
import { acceptOffered } from "../../holds/steps/offer-holds.ts";
import { signedIn } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { WaitlistEntry, WaitlistEntryInput } from "../contract.ts";
import { waitlistErrors } from "../errors.ts";
import { endingOf } from "../policy.ts";
import { requireOwnEntry, viewEntry } from "../queries.ts";
import { lockOffer } from "../steps/lock-offer.ts";
import { moveEntries } from "../store.ts";

/**
 * Makes offered tickets an ordinary hold of the caller, who goes to the checkout with it and not through the queue. Safe to
 * call twice: what was accepted stays so. Refused with `not_offered`, `offer_over`, why nothing is sold any more, and
 * `not_found` for another's offer.
 */
export const acceptOffer = defineCommand({
  id: "waitlist.accept",
  summary: "Hold the tickets that the waiting list offers.",
  allow: signedIn,
  input: WaitlistEntryInput,
  output: WaitlistEntry,
  refuses: [waitlistErrors.not_offered, waitlistErrors.offer_over, ...saleRefusals],
  audit: ({ entryId }, entry) => ({ target: entryId, meta: { holdId: entry?.holdId } }),
  async run(tx, { entryId }) {
    const { entry, holdId, sale } = await lockOffer(tx, entryId);
    if (entry.state !== "ACCEPTED") {
      if (endingOf(sale.closedBecause) && sale.refusal) throw sale.refusal;
      if (entry.state !== "OFFERED" || !(await acceptOffered(tx, holdId))) throw waitlistErrors.offer_over();
      await moveEntries(tx, [entryId], "ACCEPTED", { reason: "accepted" });
    }
    return viewEntry(tx, await requireOwnEntry(tx, entryId));
  },
});
