import { lockSale } from "../../catalog/steps/lock-sale.ts";
import { lockHolds } from "../../holds/store.ts";
import type { Tx } from "../../platform/operation/context.ts";
import type { WaitlistEntryId } from "../contract.ts";
import { waitlistErrors } from "../errors.ts";
import { requireOwnEntry } from "../queries.ts";

/**
 * The caller's entry with what is or was offered, hold and stock locked until the transaction ends.
 * @throws `not_found` (404) for another's, `not_offered` (409) before anything was offered
 */
export async function lockOffer(tx: Tx, id: WaitlistEntryId) {
  const { holdId, eventSessionId } = (await requireOwnEntry(tx, id)).entry;
  if (!holdId) throw waitlistErrors.not_offered();
  await lockHolds(tx, [holdId]);
  const sale = await lockSale(tx, eventSessionId);
  const { entry } = await requireOwnEntry(tx, id);
  return { entry, holdId, sale };
}
