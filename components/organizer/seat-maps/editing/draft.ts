import type { SeatMapPlan, SeatMapSection } from "#server/seat-maps/contract.ts";
import { placesOf } from "#server/seat-maps/layout.policy.ts";
import { seatWidthOf } from "#server/seat-maps/plan.policy.ts";

type PlanSeat = SeatMapPlan["rows"][number]["seats"][number];

/** A point of the drawing, in the unit of the map. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A seat while its map is edited. Its key names it, whatever of it is changed. */
export interface Seat extends Omit<PlanSeat, "x" | "y">, Place {
  readonly key: number;
}

export interface Row {
  readonly key: number;
  readonly section: string;
  readonly label: string;
  readonly seats: readonly Seat[];
}

/** A map while it is edited. An edit gives another draft, which shares with the one before what it did not change. */
export interface Draft {
  readonly sections: readonly SeatMapSection[];
  readonly rows: readonly Row[];
  /** In the unit of the coordinates. */
  readonly seatWidth: number;
  /**
   * Whether the map has coordinates. A map without them is laid out by itself, and stays so until an edit puts a seat
   * somewhere: its file comes back as it was imported.
   */
  readonly isPlaced: boolean;
  readonly nextKey: number;
}

/** The seats that edits are about, by their keys. */
export type Keys = ReadonlySet<number>;

/** Coordinates have two decimals at the most. */
export const rounded = (value: number): number => Math.round(value * 100) / 100;

export function openDraft(plan: SeatMapPlan): Draft {
  const isPlaced =
    plan.rows.length === 0 || plan.rows.some(({ seats }) => seats.some(({ x }) => x !== undefined));
  const places = isPlaced ? [] : placesOf(plan);
  let key = 0;
  const rows = plan.rows.map(({ section, label, seats }, row) => ({
    ...{ key: key++, section, label },
    seats: seats.map((seat, index): Seat => {
      const { x, y } = places[row]?.[index] ?? { x: seat.x ?? 0, y: seat.y ?? 0 };
      return { ...seat, key: key++, x: rounded(x), y: rounded(y) };
    }),
  }));
  const seatWidth = isPlaced ? seatWidthOf(plan.rows) : 1;
  return { sections: plan.sections, rows, seatWidth, isPlaced, nextKey: key };
}

/** The draft as it is saved. */
export function planOf({ sections, rows, isPlaced }: Draft): SeatMapPlan {
  return {
    sections: [...sections],
    rows: rows.map(({ section, label, seats }) => ({
      ...{ section, label },
      seats: seats.map(({ key: _, x, y, ...seat }) => (isPlaced ? { ...seat, x, y } : seat)),
    })),
  };
}

export const seatCountOf = ({ rows }: Pick<Draft, "rows">): number =>
  rows.reduce((sum, { seats }) => sum + seats.length, 0);

/** The middle of seats: the mean of their places, about which they are turned. */
export function middleOf(seats: readonly Place[]): Place {
  const count = Math.max(1, seats.length);
  return {
    x: seats.reduce((sum, { x }) => sum + x, 0) / count,
    y: seats.reduce((sum, { y }) => sum + y, 0) / count,
  };
}

export interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The smallest rectangle with all of the places; null where there is none. */
export function boundsOf(places: Iterable<Place>): Bounds | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of places) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return left === Infinity ? null : { left, top, right, bottom };
}
