import { findPayment } from "../../payments/store.ts";
import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { DecidePayment, PaymentDecided } from "../contract.ts";
import { checkoutErrors } from "../errors.ts";
import { decidePurchase } from "../steps/decide-purchase.ts";

/**
 * Decides for an operator whether a payment was made whose provider does not answer: paid buys the tickets as the
 * provider's own word would, not paid ends the order and frees its stock. The provider is asked all the same; a later
 * answer that contradicts raises an alert, and money that comes buys the tickets after all or is asked back. Throws
 * `not_found`, `payment_known` (409).
 */
export const decidePayment = defineCommand({
  id: "checkout.decide-payment",
  summary: "Decide whether a payment was made whose provider does not answer.",
  allow: role("ADMIN"),
  input: DecidePayment,
  output: PaymentDecided,
  refuses: [checkoutErrors.payment_known],
  audit: ({ paymentId, outcome, reason, evidence }) => ({
    target: paymentId,
    meta: { outcome, note: reason, evidence },
  }),
  async run(tx, { paymentId, outcome }) {
    const known = await findPayment(tx, paymentId);
    if (!known) throw platformErrors.not_found({ what: "payment" });
    await decidePurchase(tx, known.pgPaymentId, outcome);
    const { state: status, orderId } = (await findPayment(tx, paymentId)) ?? known;
    return { status, orderId };
  },
});
