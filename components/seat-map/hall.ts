import type { SeatMapDrawing } from "#server/seat-maps/contract.ts";
import { DRAWING_UNITS, SEAT_FLAGS } from "#server/seat-maps/values.ts";

/** A rectangle, in drawing units: a seat is `DRAWING_UNITS` wide, and y grows away from the stage. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface HallSection {
  readonly name: string;
  /** As `#1f77b4`. */
  readonly color: string;
  /** KRW. */
  readonly price: number;
  readonly seats: number;
  readonly box: Box;
}

export interface HallRow {
  /** The index of its section. */
  readonly section: number;
  readonly label: string;
  /** The index of its first seat; the others follow. */
  readonly first: number;
  readonly seats: number;
}

export type SeatFlag = (typeof SEAT_FLAGS)[number];

/** A drawing of a seat map, unpacked so that any seat is found by its index without a walk through the others. */
export interface Hall {
  readonly count: number;
  readonly sections: readonly HallSection[];
  readonly rows: readonly HallRow[];
  readonly numbers: readonly string[];
  /** The middle of each seat. */
  readonly x: Int32Array;
  readonly y: Int32Array;
  /** Where each seat is in its row, in seat widths: a gap is an aisle. */
  readonly position: Int32Array;
  /** A bit for each flag, in the order of `SEAT_FLAGS`. */
  readonly flags: Uint8Array;
  /** The index of each seat's row. */
  readonly rowOf: Uint16Array;
  readonly box: Box;
  /** Of an event session, what the ids of its seats have in common; null for a map. */
  readonly idPrefix: string | null;
}

/** @param drawing - as the server sends it: coordinates and positions are differences from the seat before */
export function hallOf(drawing: SeatMapDrawing): Hall {
  const { numbers, sections, idPrefix } = drawing;
  const [x, y] = [summed(drawing.x), summed(drawing.y)];
  const rowOf = new Uint16Array(numbers.length);
  let first = 0;
  const rows = drawing.rows.map((row, index) => {
    const placed = { ...row, first };
    rowOf.fill(index, first, first + row.seats);
    first += row.seats;
    return placed;
  });
  const boxes = sections.map((_, section) =>
    boxOf(
      x,
      y,
      rows.filter((row) => row.section === section),
    ),
  );
  return {
    ...{ count: numbers.length, rows, numbers, x, y, rowOf, idPrefix },
    sections: sections.map((section, index) => ({
      ...section,
      seats: rows.reduce((sum, row) => sum + (row.section === index ? row.seats : 0), 0),
      box: boxes[index] ?? EMPTY,
    })),
    position: summed(drawing.position),
    flags: Uint8Array.from(drawing.flags),
    box: boxOf(x, y, rows),
  };
}

const EMPTY: Box = { left: 0, top: 0, right: 0, bottom: 0 };

function summed(differences: readonly number[]): Int32Array {
  let sum = 0;
  return Int32Array.from(differences, (difference) => {
    sum += difference;
    return sum;
  });
}

/** What these rows cover, with the whole of their outer seats. */
function boxOf(x: Int32Array, y: Int32Array, rows: readonly HallRow[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { first, seats } of rows)
    for (let seat = first; seat < first + seats; seat += 1) {
      left = Math.min(left, x[seat] ?? 0);
      right = Math.max(right, x[seat] ?? 0);
      top = Math.min(top, y[seat] ?? 0);
      bottom = Math.max(bottom, y[seat] ?? 0);
    }
  const half = DRAWING_UNITS / 2;
  return left > right
    ? EMPTY
    : { left: left - half, top: top - half, right: right + half, bottom: bottom + half };
}

/** What these seats cover. */
export const boxOfSeats = ({ x, y }: Hall, seats: readonly number[]): Box =>
  boxOf(
    x,
    y,
    seats.map((first) => ({ section: 0, label: "", first, seats: 1 })),
  );

/** The index of a seat's section. */
export const sectionIndexOf = ({ rows, rowOf }: Hall, seat: number): number =>
  rows[rowOf[seat] ?? 0]?.section ?? 0;

export const flagsOf = ({ flags }: Hall, seat: number): SeatFlag[] =>
  SEAT_FLAGS.filter((_, bit) => ((flags[seat] ?? 0) >> bit) & 1);

/** How far before the first row the stage is drawn, and how deep, in drawing units. */
export const STAGE = { before: 3 * DRAWING_UNITS, depth: 1.4 * DRAWING_UNITS } as const;

/** What is drawn of a hall: its seats and the stage before them. */
export const drawnBoxOf = ({ box }: Hall): Box => ({ ...box, top: box.top - STAGE.before });
