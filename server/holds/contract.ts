import { z } from "zod";
import { eventSessionId } from "../catalog/contract.ts";
import { orderId } from "../orders/contract.ts";
import { type Id, idOf } from "../platform/values/ids.ts";
import { TICKETS_PER_BUYER_MAX } from "../platform/values/limits.ts";
import type { StateChange } from "../platform/values/packed-states.ts";
import { instantOut, priceKrw, textOf } from "../platform/values/text.ts";
import { HeldSeat, seatId } from "../seats/contract.ts";
import { SECTION_LENGTH_MAX } from "../seats/values.ts";
import { holdMachine } from "./machine.ts";

export type HoldId = Id<"hold">;
export const holdId = idOf("hold");

/** Seats that one buyer chooses, each once. */
export const ChosenSeats = z
  .array(seatId)
  .min(1)
  .max(TICKETS_PER_BUYER_MAX)
  .refine((ids) => new Set(ids).size === ids.length, "names a seat twice");

/** So many of the best seats that are free, of one section or at a price where wanted. */
export const BestAvailable = z.strictObject({
  quantity: z.int().min(1).max(TICKETS_PER_BUYER_MAX),
  section: textOf(SECTION_LENGTH_MAX).optional(),
  priceMax: priceKrw.optional().meta({ description: "KRW that one seat costs at most." }),
});
export type BestAvailable = z.output<typeof BestAvailable>;

export const HoldTickets = z
  .strictObject({
    sessionId: eventSessionId,
    /** How many tickets of counted stock. */
    quantity: z.int().min(1).max(TICKETS_PER_BUYER_MAX).optional(),
    /** Which seats, where the event session has numbered ones. */
    seatIds: ChosenSeats.optional(),
    /** Or the best ones, where they are of a seat map. */
    bestAvailable: BestAvailable.optional(),
    queueToken: z.string().min(1).max(1000),
  })
  .refine((wish) => WISHES.filter((name) => wish[name] !== undefined).length === 1, {
    path: ["quantity"],
    message: "comes alone, or seatIds or bestAvailable does, as the event session's stock is",
  });

const WISHES = ["quantity", "seatIds", "bestAvailable"] as const;

export type HoldTickets = z.output<typeof HoldTickets>;

export const HoldInput = z.strictObject({ holdId });

export const ChangeSeats = z
  .strictObject({ holdId, seatIds: ChosenSeats.optional(), bestAvailable: BestAvailable.optional() })
  .refine(({ seatIds, bestAvailable }) => (seatIds === undefined) !== (bestAvailable === undefined), {
    path: ["seatIds"],
    message: "comes alone, or bestAvailable does",
  });

export const SeatsInput = z.strictObject({ id: eventSessionId });

export const DrawingInput = z.strictObject({
  id: eventSessionId,
  /** Of the drawing, as the event session tells it. */
  version: z.string().min(1).max(64),
});

export const SeatStates = z.object({
  version: z.string().meta({ description: "Of the drawing whose order they have." }),
  states: z.string().meta({
    description: "Two bits a seat, four seats a byte, the first in the lowest bits, as base64url.",
  }),
});
export type SeatStates = z.output<typeof SeatStates>;

/** Of a watched event session: the states of all its seats, and then only those that changed, by their places. */
export type SeatNews = SeatStates | { readonly changes: readonly StateChange[] };

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
