import type { SeatMapPlan, SeatMapRow } from "./contract.ts";
import { placeOf, seatWidthOf } from "./plan.policy.ts";

/** Seat widths from one row to the next, and between two sections. */
const ROW_DISTANCE = 1.25;
const SECTION_DISTANCE = 3;
/** How many times as wide as deep a hall is drawn whose sections are laid out by themselves. */
const HALL_RATIO = 1.6;

/** Where a seat is drawn: in seat widths from the middle of the stage; y grows away from it. */
export interface SeatPlace {
  readonly x: number;
  readonly y: number;
}

/** Where each seat of a plan is drawn, by row and in their order: where the plan says, else laid out row by row. */
export function placesOf(plan: SeatMapPlan): SeatPlace[][] {
  const hasPlaces = plan.rows.some(({ seats }) => seats.some(({ x }) => x !== undefined));
  return hasPlaces ? givenPlaces(plan) : laidOut(plan);
}

function givenPlaces({ rows }: SeatMapPlan): SeatPlace[][] {
  const width = seatWidthOf(rows);
  return rows.map(({ seats }) =>
    seats.map((seat) => {
      const { x, y } = placeOf(seat) ?? { x: 0, y: 0 };
      return { x: x / width, y: y / width };
    }),
  );
}

interface Block {
  readonly rows: readonly { readonly row: SeatMapRow; readonly index: number }[];
  readonly width: number;
  readonly depth: number;
}

/** Sections stand side by side until the hall is wide enough, and the next ones behind them; rows are centred. */
function laidOut({ sections, rows }: SeatMapPlan): SeatPlace[][] {
  const indexed = rows.map((row, index) => ({ row, index }));
  const blocks = sections.map(({ id }) => blockOf(indexed.filter(({ row }) => row.section === id)));
  const places: SeatPlace[][] = [];
  let top = 0;
  for (const shelf of shelvesOf(blocks)) {
    let left = -(shelf.reduce((sum, { width }) => sum + width + SECTION_DISTANCE, -SECTION_DISTANCE) / 2);
    for (const { rows, width } of shelf) {
      for (const [order, { row, index }] of rows.entries()) {
        const [first, last] = endsOf(row);
        const middle = left + width / 2;
        places[index] = row.seats.map(({ position }) => ({
          x: middle + position - (first + last) / 2,
          y: top + order * ROW_DISTANCE,
        }));
      }
      left += width + SECTION_DISTANCE;
    }
    top += Math.max(...shelf.map(({ depth }) => depth)) + SECTION_DISTANCE;
  }
  return places;
}

function blockOf(rows: Block["rows"]): Block {
  const widths = rows.map(({ row }) => {
    const [first, last] = endsOf(row);
    return last - first + 1;
  });
  return {
    rows,
    width: widths.reduce((most, width) => Math.max(most, width), 0),
    depth: rows.length * ROW_DISTANCE,
  };
}

function shelvesOf(blocks: readonly Block[]): Block[][] {
  const area = blocks.reduce((sum, { width, depth }) => sum + width * depth, 0);
  const wide = Math.sqrt(area * HALL_RATIO);
  const shelves: Block[][] = [];
  let left = 0;
  for (const block of blocks) {
    const shelf = shelves.at(-1);
    if (!shelf || left + block.width > wide) [shelves[shelves.length], left] = [[block], 0];
    else shelf.push(block);
    left += block.width + SECTION_DISTANCE;
  }
  return shelves;
}

/** The positions of the first and the last seat of a row. */
export const endsOf = ({ seats }: Pick<SeatMapRow, "seats">): readonly [number, number] => [
  seats.reduce((least, { position }) => Math.min(least, position), Infinity),
  seats.reduce((most, { position }) => Math.max(most, position), 0),
];
