import { z } from "zod";
import { eventSessionId } from "../catalog/contract.ts";
import { type Id, idOf } from "../platform/ids.ts";
import { instantOut } from "../platform/text.ts";
import { orderMachine } from "./machine.ts";

export type OrderId = Id<"order">;
export const orderId = idOf("order");

/** The three states that buyers of the seed's API know (SPEC 12). */
export const PAYMENT_STATES = ["PENDING", "PAID", "CANCELLED"] as const;

export const OrderInput = z.strictObject({ id: orderId });

export const Order = z.object({
  id: orderId,
  status: z.enum(orderMachine.states),
  paymentState: z.enum(PAYMENT_STATES),
  /** KRW. */
  amount: z.int(),
  quantity: z.int(),
  sessionId: eventSessionId,
  /** Why it failed or was cancelled; null otherwise. */
  endReason: z.string().nullable(),
  createdAt: instantOut,
});
export type Order = z.output<typeof Order>;
