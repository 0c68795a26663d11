import { z } from "zod";
import { eventSessionId } from "../catalog/contract.ts";
import { DELIVERY_TYPES } from "../delivery/contract.ts";
import { type Id, idOf } from "../platform/values/ids.ts";
import { instantOut, noteText } from "../platform/values/text.ts";
import { orderMachine } from "./machine.ts";

export type OrderId = Id<"order">;
export const orderId = idOf("order");

/** The shorter view of an order's state, for clients that need no more than this. */
export const PAYMENT_STATES = ["PENDING", "PAID", "CANCELLED"] as const;

/** Why an order ended without tickets, or lost them. */
export const ORDER_ENDINGS = [
  /** Its hold's time was over before it was paid. */
  "hold_expired",
  /** The buyer gave the tickets back before paying. */
  "released_by_buyer",
  /** The provider refused the payment for good. */
  "payment_declined",
  /** Its provider never answered, and an operator found no money. */
  "payment_not_found",
  /** The money came after the tickets were sold to others. */
  "sold_out_after_payment",
  "cancelled_by_buyer",
  "cancelled_by_admin",
  /** The seller of its event cancelled it before its parcel left. */
  "cancelled_by_seller",
  /** Its parcel came back. */
  "parcel_returned",
  /** Its parcel was lost. */
  "parcel_lost",
  /** Its event session was cancelled. */
  "event_cancelled",
] as const;
export type OrderEnding = (typeof ORDER_ENDINGS)[number];

export const OrderInput = z.strictObject({ id: orderId });

/** What an operator writes down about an order. */
export const NoteOnOrder = z.strictObject({ id: orderId, note: noteText });

export const Order = z.object({
  id: orderId,
  status: z.enum(orderMachine.states),
  paymentState: z.enum(PAYMENT_STATES),
  /** KRW, with the shipping fee. */
  amount: z.int(),
  delivery: z.enum(DELIVERY_TYPES),
  shippingFee: z.int().meta({ description: "What of the amount is for the parcel, in KRW." }),
  quantity: z.int(),
  sessionId: eventSessionId,
  /** Why it failed or was cancelled; null otherwise. */
  endReason: z.string().nullable(),
  /** The order that replaced it, where its money came after its end and still bought the tickets. */
  replacedById: orderId.nullable(),
  createdAt: instantOut,
});
export type Order = z.output<typeof Order>;
