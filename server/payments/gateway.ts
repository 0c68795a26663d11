import { z } from "zod";
import type { PaymentCallback, PaymentMethod } from "./contract.ts";

/** A webhook as it came: its Standard Webhooks headers and the body's exact text. */
export const SignedWebhook = z.object({
  "webhook-id": z.string().max(200).default(""),
  "webhook-timestamp": z.string().max(200).default(""),
  "webhook-signature": z.string().max(2000).default(""),
  rawBody: z.string(),
});
export type SignedWebhook = z.output<typeof SignedWebhook>;

export interface PaymentToOpen {
  readonly orderId: string;
  /** KRW. */
  readonly amountKrw: number;
  readonly method: PaymentMethod;
}

/**
 * A payment provider (SPEC 5). `open` is local: it names the payment and the page where the buyer pays without a call,
 * so that a checkout is one transaction.
 */
export interface PaymentGateway {
  readonly name: string;
  open(payment: PaymentToOpen): { readonly pgPaymentId: string; readonly sessionUrl: string };
  /** Throws `bad_signature` (401) or `invalid_argument` (400). */
  readCallback(webhook: SignedWebhook): PaymentCallback;
}
