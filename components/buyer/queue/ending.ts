import type { QueueStanding } from "#server/queue/contract.ts";
import type { placeRefusals } from "#server/queue/errors.ts";
import type { Refusal } from "../../errors/refusal.ts";

const SALE_ENDINGS = ["soldOut", "closed", "withdrawn", "cancelled"] as const;
/** How a sale can end for all buyers. */
export type SaleEnding = (typeof SALE_ENDINGS)[number];

export const ENDINGS = [...SALE_ENDINGS, "missed", "spent", "lost", "restarted"] as const;
/** How a wait can end without a ticket. */
export type Ending = (typeof ENDINGS)[number];

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
  CANCELLED: "cancelled",
} as const satisfies Record<QueueStanding, SaleEnding | null>;

/** Why a place is none any more. */
const PLACE_REASONS = {
  admission_expired: "missed",
  admission_spent: "spent",
  place_lost: "lost",
  line_restarted: "restarted",
} as const satisfies Record<(typeof placeRefusals)[number]["reason"], Ending>;

/** The refusals that mean that a wait has ended. */
const REASONS: Readonly<Partial<Record<Refusal["reason"], Ending>>> = {
  ...PLACE_REASONS,
  bad_queue_token: "restarted",
  sold_out: "soldOut",
  sales_closed: "closed",
  event_withdrawn: "withdrawn",
  session_cancelled: "cancelled",
};

/** How the sale has ended for all buyers, or null if it has not. */
export const saleEndingOf = (standing: QueueStanding): SaleEnding | null => STANDINGS[standing];

/**
 * How the wait ended, or null while it continues.
 * @param standing - the last known standing of the queue; null while unknown
 * @param reason - what the own place was refused with, or null
 */
export const endingOf = (standing: QueueStanding | null, reason: Refusal["reason"] | null): Ending | null =>
  (standing && saleEndingOf(standing)) ?? (reason ? (REASONS[reason] ?? null) : null);

/** Whether after this refusal only the queue leads back to the tickets: the place has ended, or it is not its turn. */
export const leadsToQueue = (reason: Refusal["reason"]): boolean =>
  reason === "not_admitted" || Object.hasOwn(PLACE_REASONS, reason);
