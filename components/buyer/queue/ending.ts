import type { QueueStanding } from "#server/queue/contract.ts";

/** How a sale can be over for everybody. */
export type SaleEnding = "soldOut" | "closed" | "withdrawn";
/** How a wait can be over without a ticket. */
export type Ending = SaleEnding | "missed" | "spent" | "lost" | "restarted";

/** The standings that end the wait for everyone; with the others it continues. */
const STANDINGS = {
  MOVING: null,
  WAITING_FOR_HOLDS: null,
  ADMISSION_PAUSED: null,
  PAUSED: null,
  NOT_OPEN: null,
  SOLD_OUT: "soldOut",
  CLOSED: "closed",
  WITHDRAWN: "withdrawn",
} as const satisfies Record<QueueStanding, SaleEnding | null>;

/** The refusals that mean that a place has ended. */
const REASONS: Readonly<Record<string, Ending>> = {
  admission_expired: "missed",
  admission_spent: "spent",
  place_lost: "lost",
  line_restarted: "restarted",
  bad_queue_token: "restarted",
  sold_out: "soldOut",
  sales_closed: "closed",
  event_withdrawn: "withdrawn",
};

/** How the sale is over for everybody, or null while it is not. */
export const saleEndingOf = (standing: QueueStanding): SaleEnding | null => STANDINGS[standing];

/**
 * How the wait ended, or null while it goes on.
 * @param standing - what the queue waits for, as it was told last; null while unknown
 * @param reason - what the own place was refused with, or null
 */
export const endingOf = (standing: QueueStanding | null, reason: string | null): Ending | null =>
  (standing && saleEndingOf(standing)) ?? (reason ? (REASONS[reason] ?? null) : null);
