import type { Tx } from "../../platform/context.ts";
import type { HoldId } from "../contract.ts";
import { CHECKOUT_SECONDS } from "../policy.ts";
import { requireOwnHold } from "../queries.ts";
import { extendHold as extend, type HoldRow } from "../store.ts";

/**
 * Gives a buyer who goes to the checkout five minutes from now, once (SPEC 5).
 * @returns undefined when its time is over or it went to a checkout before
 * @throws `not_found` (404) for another's hold
 */
export async function extendHold(tx: Tx, holdId: HoldId): Promise<HoldRow | undefined> {
  await requireOwnHold(tx, holdId);
  return extend(tx, holdId, CHECKOUT_SECONDS);
}
