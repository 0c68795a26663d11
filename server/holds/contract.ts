import { z } from "zod";
import { eventSessionId } from "../catalog/contract.ts";
import { orderId } from "../orders/contract.ts";
import { type Id, idOf } from "../platform/values/ids.ts";
import { instantOut, TICKETS_PER_BUYER_MAX } from "../platform/values/text.ts";
import { HeldSeat, seatId } from "../seats/contract.ts";
import { holdMachine } from "./machine.ts";

export type HoldId = Id<"hold">;
export const holdId = idOf("hold");

/** Seats that one buyer chooses, each once. */
export const ChosenSeats = z
  .array(seatId)
  .min(1)
  .max(TICKETS_PER_BUYER_MAX)
  .refine((ids) => new Set(ids).size === ids.length, "names a seat twice");

export const HoldTickets = z
  .strictObject({
    sessionId: eventSessionId,
    /** How many tickets of counted stock. */
    quantity: z.int().min(1).max(TICKETS_PER_BUYER_MAX).optional(),
    /** Which seats, where the event session has numbered ones. */
    seatIds: ChosenSeats.optional(),
    queueToken: z.string().min(1).max(1000),
  })
  .refine(({ quantity, seatIds }) => (quantity === undefined) !== (seatIds === undefined), {
    path: ["quantity"],
    message: "comes alone or seatIds does, as the event session's stock is",
  });

export type HoldTickets = z.output<typeof HoldTickets>;

export const HoldInput = z.strictObject({ holdId });

export const ChangeSeats = z.strictObject({ holdId, seatIds: ChosenSeats });

export const SeatsInput = z.strictObject({ id: eventSessionId });

export const DrawingInput = z.strictObject({
  id: eventSessionId,
  /** Of the drawing, as the event session tells it. */
  version: z.string().min(1).max(64),
});

export const ActiveHoldInput = z.strictObject({ sessionId: eventSessionId });

/** How a hold can end. */
export const HOLD_ENDINGS = [
  /** Bought. */
  "paid",
  /** Bought, and cancelled since. */
  "cancelled",
  /** Given back by the buyer. */
  "returned",
  /** Its time was over. */
  "expired",
  /** The payment provider refused the payment for good. */
  "payment_failed",
] as const;
export type HoldEnding = (typeof HOLD_ENDINGS)[number];

/**
 * How a purchase can end for its buyer: the endings differ in whether money moved, whether the buyer has the tickets, and
 * what the buyer does next.
 */
export const PURCHASE_ENDINGS = [
  ...HOLD_ENDINGS,
  /** The hold is over, and it is not known yet whether it was paid for. */
  "checking",
  /** It was paid when its tickets were no longer available: a refund is asked for. */
  "paid_late",
  /** Over, and nothing is sold there any more. */
  "sale_ended",
  /** Over, and its event was taken off sale. */
  "withdrawn",
  /** Over, and its event session was cancelled. */
  "session_cancelled",
] as const;
export type PurchaseEnding = (typeof PURCHASE_ENDINGS)[number];

export const Hold = z.object({
  holdId,
  sessionId: eventSessionId,
  quantity: z.int(),
  seats: z.array(HeldSeat).meta({ description: "Its seats as they were chosen; empty for counted stock." }),
  status: z.enum(holdMachine.states),
  expiresAt: instantOut,
  /** The order that it went to the checkout with, or null. */
  orderId: orderId.nullable(),
  /** Null while it lives. */
  ending: z.enum(HOLD_ENDINGS).nullable(),
});
export type Hold = z.output<typeof Hold>;
