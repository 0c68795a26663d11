import type { Tx } from "../../platform/operation/context.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import type { EventSessionId } from "../contract.ts";
import { closedBecauseOf, saleRefusal } from "../policy.ts";
import { lockSale as lock } from "../store.ts";

/**
 * The sale with its stock locked until the caller's transaction ends: what it says stays true until then.
 * @returns also what time it is, why nothing may be taken from this sale now, and why it is closed, or null
 * @throws `not_found` (404)
 */
export async function lockSale(tx: Tx, id: EventSessionId) {
  const sale = await lock(tx, id);
  if (!sale) throw platformErrors.not_found({ what: "event session" });
  return { ...sale, refusal: saleRefusal(sale, sale.now), closedBecause: closedBecauseOf(sale, sale.now) };
}
