import { freeHolds } from "../../holds/steps/free-holds.ts";
import { transitionOrders } from "../../orders/steps/transition-orders.ts";
import { endAttempt, findCharges } from "../../payments/attempts.store.ts";
import { markDecided } from "../../payments/decisions.store.ts";
import { isPayable } from "../../payments/machine.ts";
import { endPayments } from "../../payments/steps/end-payments.ts";
import { lockPayments } from "../../payments/store.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { checkoutErrors } from "../errors.ts";
import { ordersOfPayments } from "../store.ts";
import { restoreOrRefund } from "./restore-purchases.ts";
import { confirmPurchases, type Purchase } from "./transition-purchases.ts";

/** How long after a decision its provider is asked again. */
const ASKED_AGAIN_SECONDS = 600;

/**
 * Acts on what an operator decided of a payment whose outcome is not known, in the caller's transaction. The provider is
 * still asked: `reconcilePayments` compares its answer with the decision.
 * @throws `not_found` (404), `payment_known` (409)
 */
export async function decidePurchase(tx: Tx, pgPaymentId: string, outcome: "paid" | "unpaid"): Promise<void> {
  const payment = (await lockPayments(tx, [pgPaymentId])).get(pgPaymentId);
  // The order is read after the lock, so it includes what its last holder committed.
  const order = (await ordersOfPayments(tx, [pgPaymentId])).get(pgPaymentId);
  if (!payment || !order) throw platformErrors.not_found({ what: "payment" });
  if (!payment.unknownSince) throw checkoutErrors.payment_known();
  const purchase = { payment, order, by: { actor: tx.actor, traceId: order.traceId } };
  if (outcome === "paid") await takeAsPaid(tx, purchase);
  else if (isPayable(payment.state)) await endAsUnpaid(tx, purchase);
  await markDecided(tx, payment.id, outcome, ASKED_AGAIN_SECONDS);
}

async function takeAsPaid(tx: Tx, purchase: Purchase): Promise<void> {
  const { id, state } = purchase.payment;
  const charge = (await findCharges(tx, [id])).get(id);
  // A refund is of a charge that was done.
  if (charge) await endAttempt(tx, charge.id, "done");
  const confirmed = isPayable(state) ? await confirmPurchases(tx, [purchase]) : new Set();
  if (!confirmed.has(purchase)) await restoreOrRefund(tx, [purchase]);
}

/** The payment stays unknown, so that its provider is asked until it knows. */
async function endAsUnpaid(tx: Tx, { order, by }: Purchase): Promise<void> {
  const reason = "payment_not_found";
  await transitionOrders(tx, [{ id: order.id, by }], "failed", reason);
  await endPayments(tx, [{ id: order.id, by }], reason);
  await freeHolds(tx, [{ id: order.holdId, by }], reason);
}
