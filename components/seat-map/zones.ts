import { DRAWING_UNITS } from "#server/seat-maps/values.ts";
import type { Hall, HallRow } from "./hall.ts";

/** A section as it is drawn from afar: a band along each of its rows, and where its name stands. */
export interface Zone {
  /** Bent lines through the seats of its rows, as x, y, x, y, …; an aisle ends a line. */
  readonly lines: readonly (readonly number[])[];
  /** How wide the bands are, in drawing units: as far as rows are apart, so that they touch. */
  readonly band: number;
  readonly label: { readonly x: number; readonly y: number };
  /** The seats at both ends of each row, where its label stands. */
  readonly rows: readonly { readonly label: string; readonly left: number; readonly right: number }[];
}

/** Neighbours that are further apart have an aisle between them. */
const AISLE = 1.6 * DRAWING_UNITS;
/** Rows that are further apart stay stripes. */
const BAND_MAX = 3 * DRAWING_UNITS;
const BAND_OVERLAP = 1.15;
/** How far a line may be beside a seat that it leaves out. */
const DEVIATION = 3;

export const zonesOf = (hall: Hall): Zone[] =>
  hall.sections.map((_, section) =>
    zoneOf(
      hall,
      hall.rows.filter((row) => row.section === section),
    ),
  );

function zoneOf(hall: Hall, rows: readonly HallRow[]): Zone {
  const ordered = rows.map((row) => alongRow(hall, row));
  return {
    lines: ordered.flatMap((seats) => runsOf(hall, seats).map((run) => simplified(hall, run))),
    band: BAND_OVERLAP * Math.min(BAND_MAX, Math.max(DRAWING_UNITS, rowDistance(hall, ordered))),
    label: labelOf(hall, rows),
    rows: rows.map(({ label }, index) => ({
      ...{ label, left: ordered[index]?.[0] ?? 0, right: ordered[index]?.at(-1) ?? 0 },
    })),
  };
}

/** The seats of a row from one end to the other; numbers and files may list them in another order. */
const alongRow = ({ position }: Hall, { first, seats }: HallRow): number[] =>
  Array.from({ length: seats }, (_, index) => first + index).sort(
    (one, other) => (position[one] ?? 0) - (position[other] ?? 0),
  );

const distance = ({ x, y }: Hall, one: number, other: number): number =>
  Math.hypot((x[one] ?? 0) - (x[other] ?? 0), (y[one] ?? 0) - (y[other] ?? 0));

function runsOf(hall: Hall, seats: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const seat of seats) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before !== undefined && distance(hall, before, seat) <= AISLE) run.push(seat);
    else runs.push([seat]);
  }
  return runs;
}

/** The points that a line needs to pass all seats nearby: a straight row has two, and a seat alone twice the same. */
function simplified(hall: Hall, run: readonly number[]): number[] {
  const kept: number[] = [];
  const keep = (from: number, to: number) => {
    const far = farthest(hall, run, from, to);
    if (far !== undefined) {
      keep(from, far);
      keep(far, to);
    } else kept.push(run[to] ?? 0);
  };
  kept.push(run[0] ?? 0);
  keep(0, run.length - 1);
  return kept.flatMap((seat) => [hall.x[seat] ?? 0, hall.y[seat] ?? 0]);
}

/** The seat between two others that is farthest from the line between them, if it is too far. */
function farthest({ x, y }: Hall, run: readonly number[], from: number, to: number): number | undefined {
  const at = (index: number) => ({ x: x[run[index] ?? 0] ?? 0, y: y[run[index] ?? 0] ?? 0 });
  const [start, end] = [at(from), at(to)];
  const length = Math.hypot(end.x - start.x, end.y - start.y) || 1;
  let [most, far]: [number, number | undefined] = [DEVIATION, undefined];
  for (let index = from + 1; index < to; index += 1) {
    const point = at(index);
    const area = (end.x - start.x) * (point.y - start.y) - (end.y - start.y) * (point.x - start.x);
    if (Math.abs(area) / length > most) [most, far] = [Math.abs(area) / length, index];
  }
  return far;
}

/** So many seats of a row are asked how far the next row is. */
const SEATS_ASKED = 9;

/** How far a row is from the next one: the median of all rows, where each row says the least that one of its seats sees. */
function rowDistance(hall: Hall, rows: readonly (readonly number[])[]): number {
  const distances = rows.slice(1).map((row, index) => {
    const step = Math.max(1, Math.floor(row.length / SEATS_ASKED));
    const asked = row.filter((_, at) => at % step === 0);
    const before = rows[index] ?? [];
    const least = (seat: number) =>
      before.reduce((least, other) => Math.min(least, distance(hall, other, seat)), Infinity);
    return asked.reduce((most, seat) => Math.min(most, least(seat)), Infinity);
  });
  return distances.sort((a, b) => a - b)[Math.floor(distances.length / 2)] ?? DRAWING_UNITS;
}

/** The seat nearest to the middle of all: in a bent section the middle itself may have no seat. */
function labelOf({ x, y }: Hall, rows: readonly HallRow[]): Zone["label"] {
  const seats = rows.flatMap(({ first, seats }) =>
    Array.from({ length: seats }, (_, index) => first + index),
  );
  const mean = (values: Int32Array) =>
    seats.reduce((sum, seat) => sum + (values[seat] ?? 0), 0) / Math.max(1, seats.length);
  const [middleX, middleY] = [mean(x), mean(y)];
  const far = (seat: number) => Math.hypot((x[seat] ?? 0) - middleX, (y[seat] ?? 0) - middleY);
  const nearest = seats.reduce((best, seat) => (far(seat) < far(best) ? seat : best), seats[0] ?? 0);
  return { x: x[nearest] ?? 0, y: y[nearest] ?? 0 };
}
