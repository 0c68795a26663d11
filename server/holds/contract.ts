import { z } from "zod";
import { eventSessionId } from "../catalog/contract.ts";
import { orderId } from "../orders/contract.ts";
import { type Id, idOf } from "../platform/values/ids.ts";
import { instantOut, TICKETS_PER_BUYER_MAX } from "../platform/values/text.ts";
import { holdMachine } from "./machine.ts";

export type HoldId = Id<"hold">;
export const holdId = idOf("hold");

export const HoldTickets = z.strictObject({
  sessionId: eventSessionId,
  quantity: z.int().min(1).max(TICKETS_PER_BUYER_MAX),
  queueToken: z.string().min(1).max(1000),
});

export type HoldTickets = z.output<typeof HoldTickets>;

export const HoldInput = z.strictObject({ holdId });

export const ActiveHoldInput = z.strictObject({ sessionId: eventSessionId });

/** What became of held tickets. */
export const HOLD_ENDINGS = [
  /** Bought. */
  "paid",
  /** Bought, and cancelled since. */
  "cancelled",
  /** Given back by the buyer. */
  "returned",
  /** Its time was over. */
  "expired",
  /** The payment provider's last word was no. */
  "payment_failed",
] as const;
export type HoldEnding = (typeof HOLD_ENDINGS)[number];

/**
 * How a purchase can be over, to its buyer: each is another answer to whether money moved, whether the tickets are
 * theirs, and what they do next.
 */
export const PURCHASE_ENDINGS = [
  ...HOLD_ENDINGS,
  /** The hold is over, and nobody knows yet whether it was paid for. */
  "checking",
  /** Paid when its tickets could not be given any more: a refund is asked for. */
  "paid_late",
  /** Over, and nothing is sold there any more. */
  "sale_ended",
  /** Over, and its event was taken off sale. */
  "withdrawn",
] as const;
export type PurchaseEnding = (typeof PURCHASE_ENDINGS)[number];

export const Hold = z.object({
  holdId,
  sessionId: eventSessionId,
  quantity: z.int(),
  status: z.enum(holdMachine.states),
  expiresAt: instantOut,
  /** The order that it went to the checkout with, or null. */
  orderId: orderId.nullable(),
  /** Null while it lives. */
  ending: z.enum(HOLD_ENDINGS).nullable(),
});
export type Hold = z.output<typeof Hold>;
