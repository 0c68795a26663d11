import type { SeatMapSection } from "#server/seat-maps/contract.ts";
import { positionsOf } from "#server/seat-maps/plan.policy.ts";
import { COORDINATE_MAX, type SEAT_FLAGS } from "#server/seat-maps/values.ts";
import { type Block, placesOfRows, positionsWith, rowsOfBlock, type Shape, turned } from "./block.ts";
import { type Draft, type Keys, middleOf, type Place, type Row, rounded, type Seat } from "./draft.ts";
import { type Labelling, labelsOf, type Numbering, numbersOf } from "./numbering.ts";

/** Adds the rows of a block behind all others. @returns the draft, and the keys of the seats that were added */
export function addBlock(draft: Draft, block: Block): { readonly draft: Draft; readonly added: Keys } {
  let key = draft.nextKey;
  const added = new Set<number>();
  const rows = rowsOfBlock(block).map(({ label, seats }): Row => {
    const rowKey = key++;
    const keyed = seats.map((seat): Seat => {
      added.add(key);
      return { ...seat, ...placeAround(draft, block.at, seat), key: key++ };
    });
    return { key: rowKey, section: block.section, label, seats: keyed };
  });
  return { draft: { ...draft, rows: [...draft.rows, ...rows], isPlaced: true, nextKey: key }, added };
}

/** A place in seat widths around a middle, in the unit of the map. */
const placeAround = ({ seatWidth }: Draft, at: Place, { x, y }: Place): Place => ({
  x: rounded(at.x + x * seatWidth),
  y: rounded(at.y + y * seatWidth),
});

/** The draft with some seats changed; the rows of others stay the same objects. */
function changeSeats(draft: Draft, keys: Keys, change: (seat: Seat) => Seat): Draft {
  const rows = draft.rows.map((row) =>
    row.seats.some(({ key }) => keys.has(key))
      ? { ...row, seats: row.seats.map((seat) => (keys.has(seat.key) ? change(seat) : seat)) }
      : row,
  );
  return { ...draft, rows };
}

/** Puts seats elsewhere, unless one of them would be further out than a coordinate may be. */
function placeSeats(draft: Draft, keys: Keys, placeOf: (seat: Seat) => Place & Partial<Seat>): Draft {
  let isWithin = true;
  const placed = changeSeats(draft, keys, (seat) => {
    const { x, y, ...changed } = placeOf(seat);
    isWithin &&= Math.abs(x) <= COORDINATE_MAX && Math.abs(y) <= COORDINATE_MAX;
    return { ...seat, ...changed, x: rounded(x), y: rounded(y) };
  });
  return isWithin ? { ...placed, isPlaced: true } : draft;
}

/** Moves seats by a distance in the unit of the map. */
export const moveSeats = (draft: Draft, keys: Keys, by: Place): Draft =>
  placeSeats(draft, keys, ({ x, y }) => ({ x: x + by.x, y: y + by.y }));

/** Turns seats about their middle, clockwise. */
export function turnSeats(draft: Draft, keys: Keys, degrees: number): Draft {
  const middle = middleOf(seatsOf(draft, keys));
  return placeSeats(draft, keys, (seat) => turned(seat, middle, degrees));
}

export const seatsOf = ({ rows }: Draft, keys: Keys): Seat[] =>
  rows.flatMap(({ seats }) => seats.filter(({ key }) => keys.has(key)));

/** The rows that have one of the seats, in the order of the map. */
export const rowsWith = ({ rows }: Draft, keys: Keys): Row[] =>
  rows.filter(({ seats }) => seats.some(({ key }) => keys.has(key)));

const byPosition = (a: Seat, b: Seat): number => a.position - b.position;

/** A row's seats as they stand in it. */
export const inOrder = (seats: readonly Seat[]): Seat[] => [...seats].sort(byPosition);

/**
 * Stands the rows that have one of the seats behind each other, about the middle that they have.
 * @param aisles - where each row has its aisles; undefined leaves the positions as they are
 */
export function shapeRows(draft: Draft, keys: Keys, shape: Shape, aisles?: readonly number[]): Draft {
  const rows = rowsWith(draft, keys).map(({ seats }) => inOrder(seats));
  const middle = middleOf(rows.flat());
  const positions = rows.map((seats) =>
    aisles ? positionsWith(seats.length, aisles) : seats.map(({ position }) => position),
  );
  const places = placesOfRows(positions, shape);
  const changes = new Map(
    rows.flatMap((seats, row) =>
      seats.map(({ key }, index) => {
        const place = placeAround(draft, middle, places[row]?.[index] ?? { x: 0, y: 0 });
        return [key, { ...place, position: positions[row]?.[index] ?? index }] as const;
      }),
    ),
  );
  return placeSeats(draft, new Set(changes.keys()), (seat) => changes.get(seat.key) ?? seat);
}

/** Numbers the chosen seats of each row. */
export function numberSeats(draft: Draft, keys: Keys, numbering: Numbering): Draft {
  const numbers = new Map(
    rowsWith(draft, keys).flatMap(({ seats }) => {
      const chosen = inOrder(seats).filter(({ key }) => keys.has(key));
      const given = numbersOf(chosen.length, numbering);
      return chosen.map(({ key }, index) => [key, given[index] ?? ""] as const);
    }),
  );
  return changeSeats(draft, keys, (seat) => ({ ...seat, number: numbers.get(seat.key) ?? seat.number }));
}

export const renameSeat = (draft: Draft, key: number, number: string): Draft =>
  changeSeats(draft, new Set([key]), (seat) => ({ ...seat, number }));

/** Labels the rows that have one of the seats, in the order of the map. */
export function labelRows(draft: Draft, keys: Keys, labelling: Labelling): Draft {
  const rows = rowsWith(draft, keys);
  const labels = labelsOf(rows.length, labelling);
  return renameRows(draft, new Map(rows.map(({ key }, index) => [key, labels[index] ?? ""])));
}

/** Gives rows other labels, by their keys. */
export const renameRows = (draft: Draft, labels: ReadonlyMap<number, string>): Draft => ({
  ...draft,
  rows: draft.rows.map((row) => {
    const label = labels.get(row.key);
    return label === undefined || label === row.label ? row : { ...row, label };
  }),
});

type SeatFlag = (typeof SEAT_FLAGS)[number];

/** Sets a flag of seats, or takes it away. */
export const flagSeats = (draft: Draft, keys: Keys, flag: SeatFlag, isOn: boolean): Draft =>
  changeSeats(draft, keys, ({ flags = [], ...seat }) => {
    const others = flags.filter((each) => each !== flag);
    return { ...seat, flags: isOn ? [...others, flag] : others };
  });

/** Takes seats away, and the rows that have no others. */
export function removeSeats(draft: Draft, keys: Keys): Draft {
  const rows = draft.rows.flatMap((row) => {
    const seats = row.seats.filter(({ key }) => !keys.has(key));
    if (seats.length === row.seats.length) return [row];
    return seats.length === 0 ? [] : [{ ...row, seats }];
  });
  // What is left of a map without coordinates would be laid out elsewhere than it is shown.
  return { ...draft, rows, isPlaced: true };
}

/**
 * Paints seats with a section. They leave their rows for rows of the same labels in that section, which are made behind
 * them where there are none.
 */
export function paintSeats(draft: Draft, keys: Keys, section: string): Draft {
  let { nextKey } = draft;
  const rows: Row[] = [];
  const rowOf = new Map(
    draft.rows.filter((row) => row.section === section).map((row) => [row.label, row.key] as const),
  );
  const arriving = new Map<number, Seat[]>();
  for (const row of draft.rows) {
    const painted = row.section === section ? [] : row.seats.filter(({ key }) => keys.has(key));
    if (painted.length === 0) {
      rows.push(row);
      continue;
    }
    const left = row.seats.filter(({ key }) => !keys.has(key));
    if (left.length > 0) rows.push({ ...row, seats: left });
    const target = rowOf.get(row.label);
    if (target === undefined) {
      rowOf.set(row.label, nextKey);
      rows.push({ key: nextKey++, section, label: row.label, seats: painted });
    } else arriving.set(target, [...(arriving.get(target) ?? []), ...painted]);
  }
  const joined = rows.map((row) => joinSeats(row, arriving.get(row.key) ?? [], draft.seatWidth));
  return { ...draft, rows: joined, nextKey, isPlaced: true };
}

/** A row with seats that come into it. Where two would have one position, all have those of their places. */
function joinSeats(row: Row, arriving: readonly Seat[], seatWidth: number): Row {
  if (arriving.length === 0) return row;
  const seats = [...row.seats, ...arriving];
  if (new Set(seats.map(({ position }) => position)).size === seats.length)
    return { ...row, seats: inOrder(seats) };
  const positions = positionsOf(seats, seatWidth);
  return {
    ...row,
    seats: inOrder(seats.map((seat, index) => ({ ...seat, position: positions[index] ?? index }))),
  };
}

/** Puts the rows that are nearer to the stage before the others. */
export function orderRows(draft: Draft): Draft {
  const depths = new Map(draft.rows.map(({ key, seats }) => [key, middleOf(seats).y]));
  const rows = [...draft.rows].sort((a, b) => (depths.get(a.key) ?? 0) - (depths.get(b.key) ?? 0));
  return { ...draft, rows };
}

/** Adds a section without seats. @returns the draft, and the section's id */
export function addSection(draft: Draft, section: Omit<SeatMapSection, "id">) {
  const taken = new Set(draft.sections.map(({ id }) => id));
  let number = draft.sections.length + 1;
  while (taken.has(`s${number}`)) number += 1;
  const id = `s${number}`;
  return { draft: { ...draft, sections: [...draft.sections, { id, ...section }] }, id };
}

export const changeSection = (
  draft: Draft,
  id: string,
  changes: Partial<Omit<SeatMapSection, "id">>,
): Draft => ({
  ...draft,
  sections: draft.sections.map((section) => (section.id === id ? { ...section, ...changes } : section)),
});

/** Takes a section away with all of its seats. */
export const removeSection = (draft: Draft, id: string): Draft => ({
  ...draft,
  sections: draft.sections.filter((section) => section.id !== id),
  rows: draft.rows.filter(({ section }) => section !== id),
  isPlaced: true,
});
