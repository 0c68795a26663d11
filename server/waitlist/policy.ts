import type { CloseCause } from "../catalog/values.ts";
import type { WaitlistEnding } from "./values.ts";

/** Entries that one look at a list reads. */
export const READ_TOGETHER = 200;

/** What a person holds or has bought. */
export interface Share {
  readonly holding: boolean;
  readonly tickets: number;
}

interface Waiting {
  readonly userId: string;
  readonly quantity: number;
}

interface Offers<E> {
  readonly offered: E[];
  /** Those who have so many tickets that they may not have the ones they wait for. */
  readonly over: E[];
}

/**
 * Whom tickets that came back are offered, in the order of the list: the first whose quantity fits. A smaller one passes a
 * larger one that does not fit yet, since tickets that wait for each other serve no one; the larger one keeps its place.
 * Who has tickets in a hold is passed too.
 * @param waiting - in the order of the list
 * @param shares - by user id; who is missing has nothing
 */
export function chooseOffers<E extends Waiting>(
  waiting: readonly E[],
  { free, maxPerUser }: { readonly free: number; readonly maxPerUser: number },
  shares: ReadonlyMap<string, Share>,
): Offers<E> {
  let left = free;
  const chosen: Offers<E> = { offered: [], over: [] };
  for (const entry of waiting) {
    const share = shares.get(entry.userId) ?? { holding: false, tickets: 0 };
    if (share.holding) continue;
    if (share.tickets + entry.quantity > maxPerUser) chosen.over.push(entry);
    else if (entry.quantity <= left) {
      chosen.offered.push(entry);
      left -= entry.quantity;
    }
  }
  return chosen;
}

const ENDINGS = {
  OVER: "sale_over",
  CANCELLED: "session_cancelled",
  WITHDRAWN: "event_withdrawn",
} as const satisfies Record<Exclude<CloseCause, "PAUSED">, WaitlistEnding>;

/** Why a closed sale ends its list, or null: a paused sale may go on. */
export const endingOf = (cause: CloseCause | null): WaitlistEnding | null =>
  cause === null || cause === "PAUSED" ? null : ENDINGS[cause];

interface OfferTerms {
  readonly now: Date;
  readonly offerMinutes: number;
  readonly salesCloseAt: Date;
  readonly startsAt: Date;
  readonly salesOverride: "OPEN" | "CLOSED" | null;
}

/** Until when an offer that is made now can be accepted: its time, and no longer than tickets are sold. */
export function offerEndOf({ now, offerMinutes, salesCloseAt, startsAt, salesOverride }: OfferTerms): Date {
  const end = now.getTime() + offerMinutes * 60_000;
  const saleEnd = salesOverride === "OPEN" ? startsAt : salesCloseAt;
  return new Date(Math.min(end, Math.max(saleEnd.getTime(), now.getTime())));
}

/** Whether what is withheld until an announced time is due: a time has come since, or none lies ahead. */
export const isReleaseDue = (times: readonly string[], withheldAt: Date, now: Date): boolean =>
  times.some((at) => new Date(at) > withheldAt && new Date(at) <= now) ||
  !times.some((at) => new Date(at) > now);
