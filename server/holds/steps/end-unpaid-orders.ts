import type { OrderEnding } from "../../orders/contract.ts";
import { transitionOrders } from "../../orders/steps/transition-orders.ts";
import { endPayments } from "../../payments/steps/end-payments.ts";
import type { Origin, Tx } from "../../platform/operation/context.ts";
import { findOpenOrders } from "../orders.store.ts";
import type { HoldRow } from "../store.ts";

/** A hold that has just ended unpaid, and the actor who ended it. */
export interface EndedHold {
  readonly hold: HoldRow;
  readonly by: Pick<Origin, "actor">;
}

/**
 * Ends the orders and payments of holds that ended before they were paid, in the same transaction, and closes what is
 * open at the provider: a buyer cannot pay for released tickets, nor have an open order beside their next hold.
 */
export async function endUnpaidOrders(
  tx: Tx,
  ended: readonly EndedHold[],
  reason: OrderEnding,
): Promise<void> {
  const byHold = new Map(ended.filter(({ hold }) => hold.checkedOut).map(({ hold, by }) => [hold.id, by]));
  if (byHold.size === 0) return;
  const open = await findOpenOrders(tx, [...byHold.keys()]);
  const steps = open.map(({ id, holdId, traceId }) => ({
    id,
    by: { actor: byHold.get(holdId)?.actor ?? tx.actor, traceId },
  }));
  await transitionOrders(tx, steps, "failed", reason);
  await endPayments(tx, steps, reason);
}
