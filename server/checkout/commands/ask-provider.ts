import { PaymentInput } from "../../payments/contract.ts";
import { fetchStatuses } from "../../payments/gateways/by-name.ts";
import { claimNotified } from "../../payments/steps/claim-payments.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { role } from "../../platform/operation/allow.ts";
import { writeAudit } from "../../platform/operation/audit.ts";
import { defineDirectCommand } from "../../platform/operation/command.ts";
import { NotificationTaken } from "../contract.ts";
import { reconcilePayments } from "../steps/reconcile-payments.ts";
import { heldForCharge } from "../store.ts";

/**
 * Asks the provider now what became of a payment that is not known, and acts on the answer as the job does.
 * @returns `asked: false` where the provider was asked a moment ago, or there is nothing to ask
 */
export const askProvider = defineDirectCommand({
  id: "checkout.ask-provider",
  summary: "Asks a payment's provider now what became of it.",
  allow: role("ADMIN"),
  input: PaymentInput,
  output: NotificationTaken,
  async run(ctx, { paymentId }) {
    const claimed = await inTransaction(ctx, async (tx) => {
      const payment = await claimNotified(tx, paymentId);
      if (payment) writeAudit(tx, [{ action: askProvider.id, target: paymentId, outcome: "ok" }]);
      return payment;
    });
    if (!claimed) return { asked: false };
    const fetched = await fetchStatuses(ctx, [claimed], await heldForCharge(ctx, [claimed]));
    await inTransaction(ctx, (tx) => reconcilePayments(tx, fetched));
    return { asked: true };
  },
});
