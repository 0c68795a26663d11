/** Entries of one guest list at most, counting those that were revoked. */
export const GUESTS_MAX = 1000;
/** People under one name at most. */
export const GUEST_PEOPLE_MAX = 50;
/** The longest name and the longest note, in characters. */
export const GUEST_NAME_LENGTH_MAX = 60;
export const GUEST_NOTE_LENGTH_MAX = 120;
/** Bytes of one file: several times what so many lines take in UTF-16. */
export const GUEST_BYTES_MAX = 1024 * 1024;
export const GUEST_COLUMNS = ["name", "people", "note"] as const;
export type GuestColumn = (typeof GUEST_COLUMNS)[number];
export const GUEST_MISTAKES_SHOWN_MAX = 200;
/** Arrivals of one call: more are sent in several. */
export const ARRIVALS_MAX = 50;

/** What can be wrong with a file of guests: as a table, and with what it says of them. */
export const GUEST_FAULTS = [
  "encoding_unknown",
  "quote_broken",
  "too_many_rows",
  "column_missing",
  "column_unknown",
  "column_twice",
  "too_many_cells",
  "no_guests",
  "cell_empty",
  "text_wrong",
  "people_wrong",
  "guest_twice",
  "guest_known",
  "too_many_guests",
] as const;

/** What came of guests at a door. `admitted` and `left` let them through. */
export const ARRIVAL_OUTCOMES = [
  "admitted",
  "left",
  /** More than are still expected under this name. */
  "guest_full",
  /** On the way out: fewer of them are inside. */
  "guest_out",
  /** Was taken off the list, or is not on that of this event session. */
  "guest_unlisted",
  "not_open",
  "over",
  "cancelled",
] as const;
export type ArrivalOutcome = (typeof ARRIVAL_OUTCOMES)[number];

/** Whether an outcome lets the people through. */
export const letsThrough = (outcome: ArrivalOutcome): boolean => outcome === "admitted" || outcome === "left";

/** A guest as far as a door's decision depends on it. */
export interface GuestAtDoor {
  readonly people: number;
  readonly came: number;
  readonly outside: number;
  readonly isRevoked: boolean;
}

/** People who come or go under one name. */
export interface ArrivalAtDoor {
  readonly direction: "IN" | "OUT";
  readonly people: number;
}

interface DoorHours {
  readonly opensAt: Date;
  readonly endsAt: Date;
  readonly isCancelled: boolean;
}

/** How many more may come in: with re-entry those who went out too. */
export const stillExpected = (
  { people, came, outside }: Omit<GuestAtDoor, "isRevoked">,
  reentry: boolean,
): number => Math.max(0, people - came + (reentry ? outside : 0));

/** How many of a guest's people are inside. */
export const insideOf = ({ came, outside }: Pick<GuestAtDoor, "came" | "outside">): number => came - outside;

/** What becomes of guests at a door. A device decides by it without a network, and the server decides by it too. */
export function decideArrival(
  guest: GuestAtDoor,
  { direction, people }: ArrivalAtDoor,
  reentry: boolean,
  { opensAt, endsAt, isCancelled }: DoorHours,
  now: Date,
): ArrivalOutcome {
  if (direction === "OUT") return people > insideOf(guest) ? "guest_out" : "left";
  if (guest.isRevoked) return "guest_unlisted";
  if (isCancelled) return "cancelled";
  if (now < opensAt) return "not_open";
  if (now > endsAt) return "over";
  return people > stillExpected(guest, reentry) ? "guest_full" : "admitted";
}

/**
 * What a guest's arrivals come to, whichever of them was told first: who comes in while others of the same name are out is
 * one of these.
 * @param arrivals - those that were let through, in the order in which they were made
 * @param before - what came before them
 */
export function countArrivals(
  arrivals: readonly ArrivalAtDoor[],
  before: Pick<GuestAtDoor, "came" | "outside"> = { came: 0, outside: 0 },
) {
  let { came, outside } = before;
  for (const { direction, people } of arrivals) {
    if (direction === "OUT") outside = Math.min(came, outside + people);
    else {
      const back = Math.min(people, outside);
      outside -= back;
      came += people - back;
    }
  }
  return { came, outside };
}
