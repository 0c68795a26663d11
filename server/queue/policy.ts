import { catalogErrors } from "../catalog/errors.ts";
import type { CloseCause, SaleStatus } from "../catalog/values.ts";
import type { AppError } from "../platform/operation/errors.ts";
import type { Rate } from "../platform/redis/counters.ts";
import type { QueueStanding, QueueStatus, WaitRange } from "./contract.ts";
import { queueErrors } from "./errors.ts";

/** How long an admitted person has to place a hold (docs/spec/queue.md#admission). */
export const ADMISSION_MS = 2 * 60_000;
/** How long a waiting person keeps the place without asking (docs/spec/queue.md#admission). */
export const ABSENCE_MS = 5 * 60_000;

interface QueueSale {
  readonly status: SaleStatus;
  readonly closedBecause: CloseCause | null;
  /** Why nothing may be taken from the sale now, or null. */
  readonly refusal: AppError | null;
  readonly remainingStock: number;
  readonly heldStock: number;
  /** Tickets of holds that ran out: the next hold frees them, so someone must be let in to place it. */
  readonly stockDueBack: boolean;
  readonly queue: {
    readonly admitLimit: number;
    readonly admitRatePerSecond: number;
    readonly admissionPaused: boolean;
  };
}

/** What a queue waits for. Nothing left with holds running is no end: what they free is sold again. */
export function standingOf({ status, closedBecause, heldStock, queue }: QueueSale): QueueStanding {
  switch (status) {
    case "SCHEDULED":
      return "NOT_OPEN";
    case "OPEN":
      return queue.admissionPaused ? "ADMISSION_PAUSED" : "MOVING";
    case "SOLDOUT":
      return heldStock > 0 ? "WAITING_FOR_HOLDS" : "SOLD_OUT";
    case "CLOSED":
      return closedBecause === null || closedBecause === "OVER" ? "CLOSED" : closedBecause;
  }
}

/** Why no one may join now, or null. While holds run, people may join: what the holds free is sold again. */
export const joinRefusal = (sale: QueueSale): AppError | null =>
  sale.refusal ?? waitRefusal(standingOf(sale));

/** What ends every wait, which a request for a place is then refused with. */
const ENDS = {
  SOLD_OUT: queueErrors.sold_out,
  CLOSED: catalogErrors.sales_closed,
  WITHDRAWN: catalogErrors.event_withdrawn,
  CANCELLED: catalogErrors.session_cancelled,
} as const;

/** Why no one in this queue will be let in any more, or null while someone may be. */
export function waitRefusal(standing: QueueStanding): AppError | null {
  return standing in ENDS ? ENDS[standing as keyof typeof ENDS]() : null;
}

export interface Admitting {
  /** How many may be admitted at once; zero while there is nothing to buy. */
  readonly limit: number;
  readonly ratePerSecond: number;
}

/** How fast the queue may move for what the sale has left. */
export function admittingOf({ status, stockDueBack, queue }: QueueSale): Admitting {
  const isSelling = status === "OPEN" || (status === "SOLDOUT" && stockDueBack);
  return {
    limit: isSelling && !queue.admissionPaused ? queue.admitLimit : 0,
    ratePerSecond: queue.admitRatePerSecond,
  };
}

/** A queue is at a standstill if it lets people in at less than this part of the usual pace while others wait. */
const COLLAPSED_SHARE = 0.25;
/** Of a slower queue nothing can be said: it may let in fewer in five minutes by chance. */
const USUAL_MIN = 20;

export const hasCollapsed = ({ recent, usual }: Rate, waiting: number): boolean =>
  waiting > 0 && usual !== null && usual >= USUAL_MIN && recent < usual * COLLAPSED_SHARE;

/** The state of a person's place. All but the first two are over; `lost` also means a person who never was in the queue. */
export type PlaceState = "waiting" | "admitted" | "expired" | "spent" | "lost" | "restarted";

/** Why a place no longer counts, or null for one that waits or is admitted. */
export function placeRefusal(state: PlaceState): AppError | null {
  switch (state) {
    case "waiting":
    case "admitted":
      return null;
    case "expired":
      return queueErrors.admission_expired();
    case "spent":
      return queueErrors.admission_spent();
    case "lost":
      return queueErrors.place_lost();
    case "restarted":
      return queueErrors.line_restarted();
  }
}

const PLACE_POLL_MS = { min: 2000, max: 120_000, perPosition: 20 };

/**
 * When a person should ask again: seldom from far back, so that a long queue costs little, and often enough from
 * anywhere that two lost answers do not lose the place.
 * @param position - 0 when admitted
 * @returns milliseconds
 */
export const placePollAfterMs = (position: number): number =>
  Math.min(PLACE_POLL_MS.min + position * PLACE_POLL_MS.perPosition, PLACE_POLL_MS.max);

const FIGURE_POLL_MS = { min: 1000, max: 5000, perPerson: 0.1 };

/** When the public figure should be asked for again: the same for everyone, slower for a longer queue. Milliseconds. */
export const statusPollAfterMs = (total: number): number =>
  Math.min(Math.round(FIGURE_POLL_MS.min + total * FIGURE_POLL_MS.perPerson), FIGURE_POLL_MS.max);

/** A process tells two thousand watchers a second, which is a good part of its core: the rest is for those who buy. */
const PUSH_MS_PER_WATCHER = 0.5;

/**
 * How long after a push the next is due: at once where the line waits for something else now, and later the more people
 * watch it in a process where only its numbers have changed. Milliseconds.
 */
export function pushAfterMs(last: QueueStatus, now: QueueStatus, watchers: number): number {
  const hasTurned = last.standing !== now.standing || last.status !== now.status || last.level !== now.level;
  return hasTurned ? 0 : watchers * PUSH_MS_PER_WATCHER;
}

/** How people behave who were let in: how many went, and for how long all of them together were in, of late. */
export interface Stays {
  /** Recent ends count more, so this is no whole number. */
  readonly ended: number;
  readonly totalSeconds: number;
}

/** How many standard deviations to each side the range spans: nine of ten waits lie in it (measured by a test). */
const SPREAD = 0.9;
/** The first to go are the quick ones, so one generation says this much too little or too much of the next. */
const GENERATION_SPREAD = 0.3;
/** A range whose ends are further apart says nothing. Rounded for people they are within three times of each other. */
const RATIO_MAX = 2.5;
/** The ticker moves a queue twice a second, and a second of its rate ends at any moment of it. */
const LATENESS_SECONDS = 2;

/**
 * The wait as a range, in seconds. Those for whom there is room enter at the full rate. The others wait until someone
 * who is in goes, which is estimated from those who went; no one is in for longer than an admission lasts.
 * @returns null at a standstill, and while so little is known that the ends lie far apart
 */
export function estimateWaitSeconds(facts: {
  readonly position: number;
  /** People who are in now. */
  readonly admitted: number;
  readonly stays: Stays;
  readonly admitting: Admitting;
}): WaitRange | null {
  const { position, admitted, stays, admitting } = facts;
  if (position <= 0) return { min: 0, max: 0 };
  if (admitting.limit <= 0) return null;
  const atFullRate = position / admitting.ratePerSecond;
  const toGo = position - Math.max(0, admitting.limit - admitted);
  const untilRoom = toGo > 0 ? secondsUntilGone(toGo, admitting.limit, stays) : { least: 0, most: 0 };
  const least = Math.max(untilRoom.least, (position - 1) / admitting.ratePerSecond);
  const most = Math.max(untilRoom.most, atFullRate) + LATENESS_SECONDS;
  const range = { min: Math.max(1, Math.floor(least)), max: Math.ceil(most) };
  return range.max <= range.min * RATIO_MAX ? range : null;
}

/** How long it takes until so many of those who are in have gone, while each is followed by another. */
function secondsUntilGone(count: number, limit: number, { ended, totalSeconds }: Stays) {
  const longest = (Math.ceil(count / limit) * ADMISSION_MS) / 1000;
  if (ended <= 0 || totalSeconds <= 0) return { least: 0, most: longest };
  const likely = (count * totalSeconds) / ended / limit;
  // Both the number that is waited for and the number that was measured vary by their square root.
  const spread = Math.exp(SPREAD * Math.sqrt(1 / count + 1 / ended) + (GENERATION_SPREAD * limit) / ended);
  const most = Math.min(likely * spread, longest);
  return { least: Math.min(likely / spread, most), most };
}
