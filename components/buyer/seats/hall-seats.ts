import { withChanges } from "#server/platform/values/packed-states.ts";
import type { OfferedSeat } from "#server/seat-maps/best-available.policy.ts";
import { seatNumberOf } from "#server/seat-maps/values.ts";
import type { SeatId } from "#server/seats/contract.ts";
import { SEAT_STATUSES, seatIdAt } from "#server/seats/values.ts";
import { flagsOf, type Hall, sectionIndexOf } from "../../seat-map/hall.ts";
import { SEAT_LOOKS } from "../../seat-map/sprites.ts";
import type { BuyerSeat, Section } from "./seat.ts";

/** The state of each seat of a hall: the index of its status in `SEAT_STATUSES`. */
export type SeatStates = Uint8Array;

const FREE = SEAT_STATUSES.indexOf("AVAILABLE");
const HOUSE = SEAT_STATUSES.indexOf("BLOCKED");

/** @param place - the index of the seat in the drawing */
export const isFreeAt = (states: SeatStates, place: number): boolean => states[place] === FREE;

/** The places of these seats in the hall. */
export const placesOf = (hall: Hall, ids: readonly SeatId[]): readonly number[] =>
  ids.flatMap((id) => {
    const place = hall.rowOf.findIndex((_, index) => seatIdAt(hall.idPrefix ?? "", index) === id);
    return place < 0 ? [] : [place];
  });

/** The states to someone who holds the seats at these places: they can choose them. */
export const withOwnFree = (states: SeatStates, own: readonly number[]): SeatStates =>
  own.length === 0
    ? states
    : withChanges(
        states,
        own.map((place) => [place, FREE] as const),
      );

export function seatAt(hall: Hall, states: SeatStates, place: number): BuyerSeat {
  const row = hall.rows[hall.rowOf[place] ?? 0]?.label ?? "";
  const { name = "", price = 0 } = hall.sections[sectionIndexOf(hall, place)] ?? {};
  const label = hall.numbers[place] ?? "";
  return {
    ...{ id: seatIdAt(hall.idPrefix ?? "", place), section: name, row, label, price },
    number: seatNumberOf(name, row, label),
    status: SEAT_STATUSES[states[place] ?? FREE] ?? "SOLD",
    flags: flagsOf(hall, place).filter((flag) => flag !== "house"),
    ...{ place, position: hall.position[place] ?? 0 },
  };
}

const placesFrom = ({ first, seats }: { readonly first: number; readonly seats: number }): number[] =>
  Array.from({ length: seats }, (_, index) => first + index);

/** The sections of a hall, the dearest first; those that the house keeps whole are left out. */
export function sectionsOfHall(
  { sections, rows }: Hall,
  states: SeatStates,
): (Omit<Section, "rows"> & { index: number })[] {
  const [free, sold] = [sections.map(() => 0), sections.map(() => 0)];
  for (const row of rows)
    for (const place of placesFrom(row)) {
      if (states[place] === FREE) free[row.section] = (free[row.section] ?? 0) + 1;
      if (states[place] !== HOUSE) sold[row.section] = (sold[row.section] ?? 0) + 1;
    }
  return sections
    .map(({ name, price }, index) => ({
      name,
      index,
      free: free[index] ?? 0,
      prices: [price, price] as const,
    }))
    .filter(({ index }) => (sold[index] ?? 0) > 0)
    .sort((one, other) => other.prices[1] - one.prices[1]);
}

/** The rows of one section with their seats from one end to the other, without those that the house keeps. */
export const rowsOfSection = (hall: Hall, states: SeatStates, section: number): Section["rows"] =>
  hall.rows
    .filter((row) => row.section === section)
    .map((row) => ({
      ...{ key: String(row.first), label: row.label },
      seats: placesFrom(row)
        .filter((place) => states[place] !== HOUSE)
        .map((place) => seatAt(hall, states, place))
        .sort((one, other) => one.position - other.position),
    }))
    .filter(({ seats }) => seats.length > 0);

/** How each seat is drawn: the house's look taken. */
export function looksOf(states: SeatStates, chosen: readonly number[]): Uint8Array {
  const looks = states.map((state) => (state === FREE ? SEAT_LOOKS.free : SEAT_LOOKS.taken));
  for (const place of chosen) looks[place] = SEAT_LOOKS.chosen;
  return looks;
}

/**
 * The seats of a hall as `bestAvailable` takes them, in the order of the drawing.
 * @param kept - places that are not offered although they are free
 */
export function offeredSeats(hall: Hall, states: SeatStates, kept: readonly number[]): OfferedSeat[] {
  const keptPlaces = new Set(kept);
  return hall.rows.flatMap((row) => {
    const { name = "", price = 0 } = hall.sections[row.section] ?? {};
    return placesFrom(row).map((place) => ({
      ...{ section: name, row: row.label, price },
      position: hall.position[place] ?? 0,
      flags: hall.flags[place] ? flagsOf(hall, place) : [],
      isFree: isFreeAt(states, place) && !keptPlaces.has(place),
    }));
  });
}

/** Seats in groups of those that are side by side in a row. */
export function groupsOf(hall: Hall, places: readonly number[]): number[][] {
  const ordered = [...places].sort(
    (one, other) =>
      (hall.rowOf[one] ?? 0) - (hall.rowOf[other] ?? 0) ||
      (hall.position[one] ?? 0) - (hall.position[other] ?? 0),
  );
  const groups: number[][] = [];
  for (const place of ordered) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group && before !== undefined && areNeighbours(hall, before, place)) group.push(place);
    else groups.push([place]);
  }
  return groups;
}

const areNeighbours = ({ rowOf, position }: Hall, one: number, other: number): boolean =>
  rowOf[one] === rowOf[other] && (position[other] ?? 0) - (position[one] ?? 0) === 1;
