import type { SaleStatus } from "../catalog/contract.ts";
import { catalogErrors } from "../catalog/errors.ts";
import type { AppError } from "../platform/errors.ts";
import type { Pace } from "../platform/tally.ts";
import type { WaitRange } from "./contract.ts";
import { lineErrors } from "./errors.ts";

/** How long an admitted person has to place a hold (SPEC 4). */
export const ADMISSION_MS = 2 * 60_000;
/** How long a waiting person keeps the place without asking (SPEC 4). */
export const ABSENCE_MS = 5 * 60_000;

interface LineSale {
  readonly status: SaleStatus;
  readonly remainingStock: number;
  readonly heldStock: number;
  /** Tickets of holds that ran out: the next hold frees them, so someone must be let in to place it. */
  readonly stockDueBack: boolean;
  readonly salesOpenAt: Date;
  readonly line: { readonly admitLimit: number; readonly admitRatePerSecond: number };
}

/** Why nobody may join now, or null. Nothing left with holds running is no reason: what they free is sold again. */
export function joinRefusal(sale: LineSale): AppError | null {
  if (sale.status === "SCHEDULED")
    return catalogErrors.sales_not_open({ opensAt: sale.salesOpenAt.toISOString() });
  if (sale.status === "CLOSED") return catalogErrors.sales_closed();
  return sale.remainingStock <= 0 && sale.heldStock <= 0 ? lineErrors.sold_out() : null;
}

export interface Admitting {
  /** How many may be admitted at once; zero while there is nothing to buy. */
  readonly limit: number;
  readonly ratePerSecond: number;
}

/** How fast the line may move for what the sale has left. */
export const admittingOf = ({ status, stockDueBack, line }: LineSale): Admitting => ({
  limit: status === "OPEN" || (status === "SOLDOUT" && stockDueBack) ? line.admitLimit : 0,
  ratePerSecond: line.admitRatePerSecond,
});

/** People let in at less than this part of the usual pace, while others wait, is a line that stands. */
const COLLAPSED_SHARE = 0.25;
/** Of a slower line nothing can be said: it may let in fewer in five minutes by chance. */
const USUAL_MIN = 20;

export const hasCollapsed = ({ recent, usual }: Pace, waiting: number): boolean =>
  waiting > 0 && usual !== null && usual >= USUAL_MIN && recent < usual * COLLAPSED_SHARE;

/** Where a person stands. All but the first two are over; `lost` is also whoever never was in line. */
export type PlaceState = "waiting" | "admitted" | "expired" | "spent" | "lost" | "restarted";

/** Why a place no longer counts, or null for one that waits or is admitted. */
export function placeRefusal(state: PlaceState): AppError | null {
  switch (state) {
    case "waiting":
    case "admitted":
      return null;
    case "expired":
      return lineErrors.admission_expired();
    case "spent":
      return lineErrors.admission_spent();
    case "lost":
      return lineErrors.place_lost();
    case "restarted":
      return lineErrors.line_restarted();
  }
}

const PLACE_POLL_MS = { min: 2000, max: 120_000, perPosition: 20 };

/**
 * When a person should ask again: seldom from far back, so that a long line costs little, and often enough from
 * anywhere that two lost answers do not lose the place.
 * @param position - 0 when admitted
 * @returns milliseconds
 */
export const placePollAfterMs = (position: number): number =>
  Math.min(PLACE_POLL_MS.min + position * PLACE_POLL_MS.perPosition, PLACE_POLL_MS.max);

const FIGURE_POLL_MS = { min: 1000, max: 5000, perPerson: 0.1 };

/** When the public figure should be asked for again: the same for everyone, slower for a longer line. Milliseconds. */
export const figurePollAfterMs = (total: number): number =>
  Math.min(Math.round(FIGURE_POLL_MS.min + total * FIGURE_POLL_MS.perPerson), FIGURE_POLL_MS.max);

/** How far the line's speed is taken to vary around what was measured. */
const SPEED_SPREAD = 0.3;

/**
 * The wait as a range, in seconds. Before there is a measurement its ends are what the settings allow: everyone enters
 * at the full rate, or everyone uses up the whole admission.
 * @param speedPerSecond - people let in a second, measured; null before the first measurement
 * @returns null while the line stands still
 */
export function estimateWaitSeconds(facts: {
  readonly position: number;
  readonly speedPerSecond: number | null;
  readonly admitting: Admitting;
}): WaitRange | null {
  const { position, speedPerSecond, admitting } = facts;
  if (position <= 0) return { min: 0, max: 0 };
  if (admitting.limit <= 0 || speedPerSecond === 0) return null;
  const slowest = (admitting.limit * 1000) / ADMISSION_MS;
  const fastest = speedPerSecond === null ? admitting.ratePerSecond : speedPerSecond * (1 + SPEED_SPREAD);
  const slow = speedPerSecond === null ? Math.min(slowest, fastest) : speedPerSecond * (1 - SPEED_SPREAD);
  return {
    min: Math.floor(position / Math.min(fastest, admitting.ratePerSecond)),
    max: Math.ceil(position / slow),
  };
}
