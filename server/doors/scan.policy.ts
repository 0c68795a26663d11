import type { ArrivalOutcome } from "../guests/values.ts";
import { entryCodesOf } from "../terms/values.ts";
import type { ShownAs } from "../tickets/values.ts";
import type { DoorRules } from "./contract.ts";
import type { Direction, ScanOutcome } from "./values.ts";

/** A ticket as far as a door's decision depends on it. */
export interface TicketAtDoor {
  readonly status: "VALID" | "USED" | "VOID";
  /** Whether its holder was scanned on the way out and has not come back. */
  readonly isOut: boolean;
  /** Whether it was sold on paper. */
  readonly isPaper: boolean;
}

/** A scan as far as the decision depends on it. */
export interface ScanAtDoor {
  readonly direction: Direction;
  readonly as: ShownAs;
  /** Whether the person at the door agreed to let in a ticket whose code does not move. */
  readonly isConfirmed: boolean;
}

/** The times that an event session's doors go by. */
export interface DoorTimes {
  readonly opensAt: Date;
  readonly endsAt: Date;
  readonly isCancelled: boolean;
}

/**
 * What becomes of a ticket that is genuine, current and of this event session. A door decides by it without a network,
 * and the server decides by it too.
 */
export function decideScan(
  ticket: TicketAtDoor,
  scan: ScanAtDoor,
  rules: DoorRules,
  times: DoorTimes,
  now: Date,
): ScanOutcome {
  const outcome = decideTicket(ticket, scan.direction, rules, times, now);
  // Who goes out gains nothing by it: the code is looked at when they come back.
  if (scan.direction === "OUT" || !passes(outcome)) return outcome;
  return objectionTo(scan, entryCodesOf(rules.entryCodes, ticket.isPaper)) ?? outcome;
}

function objectionTo({ as, isConfirmed }: ScanAtDoor, entryCodes: DoorRules["entryCodes"]) {
  if (as === "moving") return undefined;
  if (entryCodes === "MOVING") return "not_moving";
  return entryCodes === "ASK" && !isConfirmed ? "unconfirmed" : undefined;
}

function decideTicket(
  ticket: TicketAtDoor,
  direction: Direction,
  { reentry }: DoorRules,
  { opensAt, endsAt, isCancelled }: DoorTimes,
  now: Date,
): ScanOutcome {
  if (ticket.status === "VOID") return "void";
  if (direction === "OUT") return ticket.status === "USED" && !ticket.isOut ? "left" : "not_inside";
  if (ticket.status === "USED") {
    if (!reentry) return "used";
    return ticket.isOut ? "reentered" : "inside";
  }
  if (isCancelled) return "cancelled";
  if (now < opensAt) return "not_open";
  return now > endsAt ? "over" : "admitted";
}

/**
 * Whether a ticket is known by its short code, which is its id's end and stays: once it was passed on, those who had it
 * before know it too.
 * @param version - which code the ticket has, the first being 1
 */
export const hasShortCode = ({ version }: { readonly version: number }): boolean => version === 1;

/** Whether an outcome lets the person through. */
export const passes = (outcome: ScanOutcome | ArrivalOutcome): boolean =>
  outcome === "admitted" || outcome === "reentered" || outcome === "left";

/** A scan that let someone through. */
export interface PassedScan {
  readonly direction: Direction;
  readonly entrance: string;
  readonly scannedAt: Date;
}

/**
 * What a ticket's scans come to, whichever of them was told first: the earliest on the way in is the entry.
 * @param scans - all that let someone through, in the order in which they were made
 */
export function entryOf(scans: readonly PassedScan[]) {
  const first = scans.find(({ direction }) => direction === "IN");
  const last = scans.at(-1);
  return (
    first && {
      usedAt: first.scannedAt,
      usedWhere: first.entrance,
      leftAt: last?.direction === "OUT" ? last.scannedAt : null,
    }
  );
}

/**
 * What a scan that let someone through looks like beside all of its ticket: one on the way in while the holder was inside
 * is a duplicate.
 * @param before - the scans of the ticket that were made before it and let someone through
 */
export function outcomeAfter(direction: Direction, before: readonly PassedScan[]): ScanOutcome {
  const last = before.at(-1);
  if (direction === "OUT") return last?.direction === "IN" ? "left" : "not_inside";
  if (!last) return "admitted";
  return last.direction === "OUT" ? "reentered" : "used";
}
