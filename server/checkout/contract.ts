import { z } from "zod";
import { holdId } from "../holds/contract.ts";
import { Order, orderId } from "../orders/contract.ts";
import { PAYMENT_METHODS, paymentId } from "../payments/contract.ts";

export const CheckOut = z.strictObject({
  holdId,
  method: z.enum(PAYMENT_METHODS),
  /** Tickets come to the phone; paper tickets are not offered. */
  delivery: z.literal("MOBILE").default("MOBILE"),
});

export const CheckoutSession = z.object({
  orderId,
  paymentId,
  /** Where the buyer pays, at the provider. */
  paymentSessionUrl: z.string(),
});

/** What a callback came to. */
export const CALLBACK_OUTCOMES = ["confirmed", "refunded", "failed", "unchanged", "duplicate"] as const;
export type CallbackOutcome = (typeof CALLBACK_OUTCOMES)[number];
export const CallbackTaken = z.object({ outcome: z.enum(CALLBACK_OUTCOMES) });

export const CancelOrder = z.strictObject({ id: orderId });
export const CancelledOrder = Order.pick({ id: true, status: true, paymentState: true });
