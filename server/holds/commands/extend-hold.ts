import type { Tx } from "../../platform/context.ts";
import type { HoldId } from "../contract.ts";
import { holdErrors } from "../errors.ts";
import { CHECKOUT_SECONDS } from "../policy.ts";
import { requireOwnHold, viewHold } from "../queries.ts";
import { extendHold as extend, type HoldRow } from "../store.ts";

/**
 * Gives a buyer who goes to the checkout five minutes from now, once (SPEC 5).
 * @throws `not_found` for another's hold; `hold_ended` (409) when its time is over or it went to a checkout before
 */
export async function extendHold(tx: Tx, holdId: HoldId): Promise<HoldRow> {
  const hold = await requireOwnHold(tx, holdId);
  const extended = await extend(tx, holdId, CHECKOUT_SECONDS);
  if (!extended) throw holdErrors.hold_ended({ status: (await viewHold(tx, hold)).status });
  return extended;
}
