import type { ShippingState } from "../shipping/machine.ts";

/** A parcel that comes to one of these states ends badly, or may, so that the reason is kept. */
const REASONED: readonly ShippingState[] = ["cancelled", "returned", "refunded", "lost", "compensated"];
export const needsReason = (to: ShippingState): boolean => REASONED.includes(to);

/** Parcels that are moved together at the most. */
export const MOVED_TOGETHER_MAX = 200;

/** What many parcels can be moved to at once: it needs nothing that differs between them, and gives no money back. */
export const BATCH_STATES = [
  "preparing",
  "in_transit",
  "delivered",
  "returned",
  "lost",
  "investigating",
  "found",
] as const satisfies readonly ShippingState[];
export type BatchState = (typeof BATCH_STATES)[number];

/** Addresses that are read at once at the most. */
export const READ_MAX = 200;

export const TRACKING_COLUMNS = ["order", "carrier", "tracking"] as const;
export type TrackingColumn = (typeof TRACKING_COLUMNS)[number];

/** Orders of one file, and the bytes of it: several times what so many lines take in UTF-16. */
export const TRACKING_ROWS_MAX = 1000;
export const TRACKING_BYTES_MAX = 512 * 1024;
export const MISTAKES_SHOWN_MAX = 200;

/** What can be wrong with a file of tracking numbers: as a table, and with what it says of orders. */
export const TRACKING_FAULTS = [
  "encoding_unknown",
  "quote_broken",
  "too_many_rows",
  "column_missing",
  "column_unknown",
  "column_twice",
  "too_many_cells",
  "no_orders",
  "cell_empty",
  "order_unknown",
  "order_ambiguous",
  "order_mobile",
  "order_unpaid",
  "order_cancelled",
  "order_twice",
  "state_wrong",
  "carrier_unknown",
  "tracking_wrong",
  "tracking_twice",
  "tracking_taken",
] as const;
