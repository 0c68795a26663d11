/** Devices of one door link at most. */
export const DOOR_DEVICES_MAX = 20;
/** Door links of one event session at most, counting those that were revoked. */
export const DOOR_LINKS_MAX = 200;
/** The longest name of an entrance, in characters. */
export const ENTRANCE_LENGTH_MAX = 60;

/** Into the event session or out of it. */
export const DIRECTIONS = ["IN", "OUT"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** What a scan came to. `admitted`, `reentered` and `left` let the person through. */
export const SCAN_OUTCOMES = [
  "admitted",
  "reentered",
  "left",
  /** It was used before, and the event session has no re-entry. */
  "used",
  /** There is re-entry, and its holder is inside. */
  "inside",
  /** Scanned on the way out, and its holder is not inside. */
  "not_inside",
  "void",
  /** Its code was replaced by a newer one, as by a transfer. */
  "replaced",
  "other_session",
  "forged",
  /** A code typed by hand that no ticket of the event session has, or that several have. */
  "unknown",
  "not_open",
  "over",
  "cancelled",
  /** Its code does not move: the event session leaves it to the person at the door. */
  "unconfirmed",
  /** Its code does not move, and the event session lets in moving ones alone. */
  "not_moving",
] as const;
export type ScanOutcome = (typeof SCAN_OUTCOMES)[number];

/** How much of the end of a ticket's code tells it from an older code of the same ticket. */
export const CODE_TAIL = 12;
/** Scans of one call: more are sent in several. */
export const SCANS_MAX = 50;
