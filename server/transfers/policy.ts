import type { TransferStanding } from "./values.ts";
import { TRANSFER_HOURS_MAX } from "./values.ts";

const HOUR_MS = 3_600_000;
/**
 * Until when a link works that is made now.
 * @param until - until when tickets may be given to others
 */
export const expiryOf = (now: Date, until: Date): Date =>
  new Date(Math.min(until.getTime(), now.getTime() + TRANSFER_HOURS_MAX * HOUR_MS));

interface TransferFacts {
  readonly fromId: string;
  readonly toId: string | null;
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  readonly withdrawnAt: Date | null;
  /** Whether its ticket still admits, and is the one's who offered it. */
  readonly isHeld: boolean;
  /** Until when tickets may be given to others; null where they may not. */
  readonly until: Date | null;
}

/** What a link is to a person now. */
export function standingOf(transfer: TransferFacts, userId: string, now: Date): TransferStanding {
  const { fromId, toId, expiresAt, acceptedAt, withdrawnAt, isHeld, until } = transfer;
  if (acceptedAt) return toId === userId ? "accepted" : "over";
  if (withdrawnAt || now >= expiresAt || !isHeld || until === null || now >= until) return "over";
  return fromId === userId ? "own" : "open";
}
