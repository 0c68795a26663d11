import type { z } from "zod";
import { raiseAlerts } from "../../alerts/commands/raise-alerts.ts";
import { freezeLiveHold } from "../../holds/commands/freeze-holds.ts";
import { requireOwnOrder } from "../../orders/queries.ts";
import { type ClaimedPayment, claimForCharge } from "../../payments/commands/claim-payments.ts";
import { keepConclusions } from "../../payments/commands/keep-conclusions.ts";
import { lockPaymentOfOrder } from "../../payments/commands/lock-payments.ts";
import { paymentErrors } from "../../payments/errors.ts";
import { confirmationOf } from "../../payments/queries.ts";
import { signedIn } from "../../platform/allow.ts";
import { writeAudit } from "../../platform/audit.ts";
import { defineDirectCommand } from "../../platform/command.ts";
import type { Tx } from "../../platform/context.ts";
import { AppError } from "../../platform/errors.ts";
import { inTransaction } from "../../platform/transaction.ts";
import { ConfirmPayment, PaymentConfirmed } from "../contract.ts";
import { settleClaimed } from "./settle-claimed.ts";
import { failPurchases } from "./settle-payments.ts";

/**
 * Charges what the buyer authorized at a provider that moves money only when it is asked to (SPEC 5): the hold is
 * checked and frozen, that is committed, the provider is asked, and its answer is committed. A hold that is gone is
 * never charged. Asked again, with this authorization or another, it only says how things stand. Throws `not_found` for
 * another's order, `wrong_amount` (400) where the provider was asked for other money than the order's.
 */
export const confirmPayment = defineDirectCommand({
  id: "checkout.confirm-payment",
  summary: "Charge what the buyer authorized at the provider.",
  allow: signedIn,
  input: ConfirmPayment,
  output: PaymentConfirmed,
  refuses: [paymentErrors.wrong_amount],
  async run(ctx, input) {
    const begun = await inTransaction(ctx, (tx) => begin(tx, input));
    if (begun instanceof AppError) throw begun;
    if (begun) await settleClaimed(ctx, [begun]);
    return { orderId: input.orderId, ...(await confirmationOf(ctx, input.orderId)) };
  },
});

/** Claims the payment and freezes its hold; undefined where there is nothing to charge. */
async function begin(
  tx: Tx,
  { orderId, paymentKey, amount }: z.output<typeof ConfirmPayment>,
): Promise<ClaimedPayment | AppError | undefined> {
  const order = await requireOwnOrder(tx, orderId);
  const payment = await lockPaymentOfOrder(tx, orderId);
  const { id, pgPaymentId, amountKrw: expected } = payment;
  const audit = (outcome: string) =>
    writeAudit(tx, [{ action: confirmPayment.id, target: orderId, outcome, meta: { amount } }]);
  if (amount !== expected) {
    const error = paymentErrors.wrong_amount({ pgPaymentId, amount, expected });
    await raiseAlerts(tx, [{ kind: "wrong_amount", subject: pgPaymentId, detail: error.params }]);
    audit(error.reason);
    return error;
  }
  if (payment.state !== "processing" || payment.unknownSince) return undefined;
  const claimed = await claimForCharge(tx, id, paymentKey);
  if (claimed && !(await freezeLiveHold(tx, order.holdId))) {
    audit("hold_ended");
    await keepConclusions(tx, [{ payment: claimed, conclusion: { outcome: "unpaid", code: "HOLD_ENDED" } }]);
    await failPurchases(tx, [{ payment, order, by: tx }]);
    return undefined;
  }
  audit(claimed ? "ok" : "authorization_used");
  return claimed;
}
