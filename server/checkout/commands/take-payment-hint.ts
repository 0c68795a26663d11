import { claimHinted } from "../../payments/commands/claim-payments.ts";
import { lockPayments } from "../../payments/commands/lock-payments.ts";
import { anyone } from "../../platform/allow.ts";
import { writeAudit } from "../../platform/audit.ts";
import { defineDirectCommand } from "../../platform/command.ts";
import type { Tx } from "../../platform/context.ts";
import { platformErrors } from "../../platform/errors.ts";
import { inTransaction } from "../../platform/transaction.ts";
import { HintTaken, PaymentHint } from "../contract.ts";
import { settleClaimed } from "./settle-claimed.ts";

/**
 * Takes an unsigned webhook for what it is: a hint that a provider has news of a payment. Nothing in it is believed but
 * whose payment to ask about; an event that names none is none of ours. Refused with `not_found` for an unknown payment.
 */
export const takePaymentHint = defineDirectCommand({
  id: "checkout.take-payment-hint",
  summary: "A payment provider's unsigned webhook: the payment is looked up there.",
  allow: anyone,
  webhook: "payments.webhook",
  input: PaymentHint,
  output: HintTaken,
  async run(ctx, { data, orderId = data?.orderId }) {
    if (orderId === undefined) return { asked: false };
    const claimed = await inTransaction(ctx, (tx) => claim(tx, orderId));
    if (claimed) await settleClaimed(ctx, [claimed]);
    return { asked: claimed !== undefined };
  },
});

async function claim(tx: Tx, pgPaymentId: string) {
  const payment = (await lockPayments(tx, [pgPaymentId])).get(pgPaymentId);
  if (!payment) throw platformErrors.not_found({ what: "payment" });
  const claimed = await claimHinted(tx, payment.id);
  if (claimed) writeAudit(tx, [{ action: takePaymentHint.id, target: pgPaymentId, outcome: "ok" }]);
  return claimed;
}
