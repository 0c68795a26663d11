import { fetchStatuses } from "../../payments/gateways/by-name.ts";
import { claimNotified } from "../../payments/steps/claim-payments.ts";
import { lockPayments } from "../../payments/store.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { anyone } from "../../platform/operation/allow.ts";
import { writeAudit } from "../../platform/operation/audit.ts";
import { defineDirectCommand } from "../../platform/operation/command.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { NotificationTaken, WebhookNotification } from "../contract.ts";
import { reconcilePayments } from "../steps/reconcile-payments.ts";
import { heldForCharge } from "../store.ts";

/**
 * Takes an unsigned webhook as a notification that a provider has news of a payment. Nothing in it is believed: it only
 * says of which payment to fetch the status, and an event that names none is ignored. Refused with `not_found` for an
 * unknown payment.
 */
export const takePaymentNotification = defineDirectCommand({
  id: "checkout.take-payment-hint",
  summary: "A payment provider's unsigned webhook: the payment is looked up there.",
  allow: anyone,
  webhook: "payments.webhook",
  input: WebhookNotification,
  output: NotificationTaken,
  async run(ctx, { data, orderId = data?.orderId }) {
    if (orderId === undefined) return { asked: false };
    const claimed = await inTransaction(ctx, (tx) => claim(tx, orderId));
    if (!claimed) return { asked: false };
    const fetched = await fetchStatuses(ctx, [claimed], await heldForCharge(ctx, [claimed]));
    await inTransaction(ctx, (tx) => reconcilePayments(tx, fetched));
    return { asked: true };
  },
});

async function claim(tx: Tx, pgPaymentId: string) {
  const payment = (await lockPayments(tx, [pgPaymentId])).get(pgPaymentId);
  if (!payment) throw platformErrors.not_found({ what: "payment" });
  const claimed = await claimNotified(tx, payment.id);
  if (claimed) writeAudit(tx, [{ action: takePaymentNotification.id, target: pgPaymentId, outcome: "ok" }]);
  return claimed;
}
