import type { SeatView } from "#server/seats/contract.ts";
import type { SeatFlag } from "../../seat-map/hall.ts";

/** A seat as its buyers see it: from a list of seats, or from a drawing and the states of its seats. */
export interface BuyerSeat extends SeatView {
  /** What a buyer has to know of it. */
  readonly flags: readonly Exclude<SeatFlag, "house">[];
  /** Its index in the drawing, or in the list of seats. */
  readonly place: number;
  /** Where it is in its row. */
  readonly position: number;
}

/** Seats that stand beside one another. */
export interface SeatRow {
  readonly key: string;
  /** Null where the rows of the hall are not known. */
  readonly label: string | null;
  readonly seats: readonly BuyerSeat[];
}

/** A section as its buyers choose it. */
export interface Section {
  readonly name: string;
  readonly free: number;
  /** KRW, the lowest and the highest of its seats. */
  readonly prices: readonly [lowest: number, highest: number];
  readonly rows: readonly SeatRow[];
}
