import type { EventSessionId } from "../../catalog/contract.ts";
import { requireRefundAllowed } from "../../checkout/steps/require-second-operator.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { sumTaken } from "../store.ts";

/**
 * Refuses an operator who alone cancels event sessions of which more is to be given back, all of it together, than the
 * setting `APPROVE_REFUNDS_ABOVE` allows. The caller's transaction has closed their sales, so no ticket is taken meanwhile.
 * @throws `refund_needs_approval` (409), which undoes the caller's transaction
 */
export async function requireRefundsApproved(tx: Tx, ids: readonly EventSessionId[]): Promise<void> {
  if (ids.length > 0) requireRefundAllowed(tx, await sumTaken(tx, ids));
}
