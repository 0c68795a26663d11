import { lockPayment } from "../../payments/commands/lock-payment.ts";
import { readCallback, SignedWebhook } from "../../payments/commands/read-callback.ts";
import { rememberCallback, wasTakenIn } from "../../payments/commands/remember-callback.ts";
import { paymentErrors } from "../../payments/errors.ts";
import { anyone } from "../../platform/allow.ts";
import { defineCommand } from "../../platform/command.ts";
import { platformErrors } from "../../platform/errors.ts";
import { keepable } from "../../platform/text.ts";
import { CallbackTaken } from "../contract.ts";
import { settleFailure, settleSuccess } from "./settle-payment.ts";

/**
 * Takes the provider's word (SPEC 5). Throws `bad_signature` (401), `not_found` for an unknown payment, `wrong_amount`
 * (400): each leaves state untouched and an audit row.
 */
export const takePaymentCallback = defineCommand({
  id: "checkout.take-payment-callback",
  summary: "The payment provider's signed callback.",
  allow: anyone,
  auditRefusals: true,
  input: SignedWebhook,
  output: CallbackTaken,
  refuses: [platformErrors.bad_signature, paymentErrors.wrong_amount],
  audit: (webhook, taken) => ({
    target: webhook["webhook-id"],
    meta: { rawBody: keepable(webhook.rawBody, 500), outcome: taken?.outcome },
  }),
  async run(tx, webhook) {
    const { pgPaymentId, status, amount } = readCallback(webhook);
    const webhookId = webhook["webhook-id"];
    const payment = await lockPayment(tx, pgPaymentId);
    if (await wasTakenIn(tx, webhookId)) return { outcome: "duplicate" as const };
    if (amount !== undefined && amount !== payment.amountKrw) throw paymentErrors.wrong_amount();
    const settle = status === "SUCCESS" ? settleSuccess : settleFailure;
    const outcome = await settle(tx, payment);
    await rememberCallback(tx, { webhookId, pgPaymentId, status, outcome });
    return { outcome };
  },
});
