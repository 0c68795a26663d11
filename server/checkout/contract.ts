import { z } from "zod";
import { eventId } from "../catalog/contract.ts";
import { holdId } from "../holds/contract.ts";
import { Order, orderId } from "../orders/contract.ts";
import { orderMachine } from "../orders/machine.ts";
import { PAYMENT_METHODS, paymentId } from "../payments/contract.ts";
import { paymentMachine } from "../payments/machine.ts";
import { instantOut } from "../platform/text.ts";

export const CheckOut = z.strictObject({
  holdId,
  method: z.enum(PAYMENT_METHODS),
  /** Tickets come to the phone; paper tickets are not offered. */
  delivery: z.literal("MOBILE").default("MOBILE"),
});

export type CheckOut = z.output<typeof CheckOut>;

export const CheckoutSession = z.object({
  orderId,
  paymentId,
  /** Where the buyer pays, at the provider. */
  paymentSessionUrl: z.string(),
});

/** What a callback came to. */
const CALLBACK_OUTCOMES = ["confirmed", "refunded", "failed", "unchanged", "duplicate"] as const;
export const CallbackTaken = z.object({ outcome: z.enum(CALLBACK_OUTCOMES) });

export const CancelOrder = z.strictObject({ id: orderId });
export const CancelledOrder = Order.pick({ id: true, status: true, paymentState: true });

/** An order with what it is for. */
export const OrderInList = Order.extend({ eventId, eventTitle: z.string(), startsAt: instantOut });
export type OrderInList = z.output<typeof OrderInList>;

export const OrderDetail = OrderInList.extend({
  venue: z.string(),
  cancelDeadlineAt: instantOut,
  payment: z.object({
    id: paymentId,
    status: z.enum(paymentMachine.states),
    method: z.enum(PAYMENT_METHODS),
  }),
  hold: z.object({ id: holdId, expiresAt: instantOut }),
  history: z.array(z.object({ to: z.enum(orderMachine.states), at: instantOut })),
});
export type OrderDetail = z.output<typeof OrderDetail>;
