import { z } from "zod";

/** What a customer can do on the sandbox provider's page; `leave` is only closing it. */
export const SANDBOX_ACTS = ["approve", "approveTwice", "approveLate", "decline"] as const;

/** The sealed part of the payment page's address. */
const ticket = z.string().min(1).max(2000);
export const SandboxPaymentInput = z.strictObject({ ticket });
export const PlayPayment = z.strictObject({ ticket, act: z.enum(SANDBOX_ACTS) });
export type PlayPayment = z.output<typeof PlayPayment>;

export const SandboxPayment = z.object({
  orderId: z.string(),
  /** KRW. */
  amount: z.int(),
  status: z.enum(["READY", "APPROVED", "DECLINED", "REFUNDED"]),
});
