import { z } from "zod";
import type { AppContext } from "../platform/context.ts";
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

/** A payment as its provider is asked about it. */
export interface PaymentAtProvider extends PaymentToOpen {
  readonly pgPaymentId: string;
}

/** What a provider says when asked: `unknown` where it did not say. */
export type Conclusion = "paid" | "unpaid" | "unknown";

/** What came of asking for money back: `refused` is for good. */
export type RefundOutcome = "refunded" | "refused" | "unknown";

/**
 * A payment provider (SPEC 5). `open` is local: it names the payment and the page where the buyer pays without a call,
 * so that a checkout is one transaction. The others call the provider and are never asked inside a transaction.
 */
export interface PaymentGateway {
  readonly name: string;
  open(payment: PaymentToOpen): { readonly pgPaymentId: string; readonly sessionUrl: string };
  /** Throws `bad_signature` (401) or `invalid_argument` (400). */
  readCallback(webhook: SignedWebhook): PaymentCallback;
  /** What became of a payment whose window has ended; one that nobody paid is closed, and cannot be paid any more. */
  conclude(ctx: AppContext, payment: PaymentAtProvider): Promise<Conclusion>;
  /** @param key - the same for every try of one refund, so that it is given once */
  refund(
    ctx: AppContext,
    payment: { readonly pgPaymentId: string; readonly key: string },
  ): Promise<RefundOutcome>;
}
