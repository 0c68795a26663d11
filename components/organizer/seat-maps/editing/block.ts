import { middleOf, type Place } from "./draft.ts";
import { type Labelling, labelsOf, type Numbering, numbersOf } from "./numbering.ts";

/** By which end rows of different lengths stand under each other; `columns` is by the positions of their seats. */
export const ALIGNMENTS = ["columns", "left", "center", "right"] as const;
export type Alignment = (typeof ALIGNMENTS)[number];

/** How rows stand behind each other. */
export interface Shape {
  /** Degrees of a circle that the first row spans; its ends come nearer to the stage. 0 is straight. */
  readonly curve: number;
  /** Degrees by which the rows are turned about their middle, clockwise. */
  readonly angle: number;
  /** From one row to the next, in seat widths. */
  readonly rowDistance: number;
  readonly align: Alignment;
}

/** Rows of seats as they are added: what is saved of it are its rows and seats alone. */
export interface Block {
  /** The id of its section. */
  readonly section: string;
  readonly rows: number;
  /** Of each row. */
  readonly seats: number;
  readonly labelling: Labelling;
  readonly numbering: Numbering;
  /** An aisle of one seat width is behind each of these seats, counted from the left; one that is named twice is wider. */
  readonly aisles: readonly number[];
  readonly shape: Shape;
  /** The middle of its seats. */
  readonly at: Place;
}

export const CURVE_MAX = 180;
/** Of rows, and of seats in each of them: two hundred times two hundred and fifty are all seats that a map may have. */
export const BLOCK_ROWS_MAX = 200;
export const BLOCK_SEATS_MAX = 250;
export const ROW_DISTANCE_MIN = 1;
/** The usual one. */
export const ROW_DISTANCE = 1.25;

/** The positions of a row's seats with aisles between them. */
export const positionsWith = (seats: number, aisles: readonly number[]): number[] =>
  Array.from({ length: seats }, (_, index) => index + aisles.filter((after) => after <= index).length);

/** The rows of a block with their seats, from left to right, in seat widths around the middle of all of them. */
export function rowsOfBlock({
  rows,
  seats,
  labelling,
  numbering,
  aisles,
  shape,
}: Omit<Block, "at" | "section">) {
  const positions = positionsWith(seats, aisles);
  const numbers = numbersOf(seats, numbering);
  const places = placesOfRows(Array(rows).fill(positions), shape);
  return labelsOf(rows, labelling).map((label, row) => ({
    label,
    seats: positions.map((position, index) => ({
      ...{ number: numbers[index] ?? "", position },
      ...(places[row]?.[index] ?? { x: 0, y: 0 }),
    })),
  }));
}

/**
 * Where the seats of rows are that stand behind each other in a shape, in seat widths around the middle of all of them.
 * Seats of a bent row are as far apart as those of a straight one, so rows behind it span fewer degrees.
 * @param rows - the positions of each row's seats
 */
export function placesOfRows(rows: readonly (readonly number[])[], shape: Shape): Place[][] {
  const all = endsOf(rows);
  const radius = shape.curve === 0 ? Infinity : (all[1] - all[0] + 1) / radians(shape.curve);
  const places = rows.map((positions, row) => {
    const middle = zeroOf(shape.align, endsOf([positions]), all);
    return positions.map((position) => bent(position - middle, row * shape.rowDistance, radius));
  });
  const middle = middleOf(places.flat());
  return places.map((row) =>
    row.map(({ x, y }) => turned({ x: x - middle.x, y: y - middle.y }, { x: 0, y: 0 }, shape.angle)),
  );
}

type Ends = readonly [first: number, last: number];

const endsOf = (rows: readonly (readonly number[])[]): Ends => [least(rows.map(least)), most(rows.map(most))];

/** The position of a row that lies on the axis of the block. */
function zeroOf(align: Alignment, row: Ends, all: Ends): number {
  const half = (all[1] - all[0]) / 2;
  if (align === "left") return row[0] + half;
  if (align === "right") return row[1] - half;
  const [first, last] = align === "center" ? row : all;
  return (first + last) / 2;
}

/** A place of a straight row, on the circle that its row is bent to. */
function bent(along: number, depth: number, radius: number): Place {
  if (radius === Infinity) return { x: along, y: depth };
  const angle = along / (radius + depth);
  return { x: (radius + depth) * Math.sin(angle), y: (radius + depth) * Math.cos(angle) - radius };
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** A place turned clockwise about another one. */
export function turned({ x, y }: Place, about: Place, degrees: number): Place {
  const [sin, cos] = [Math.sin(radians(degrees)), Math.cos(radians(degrees))];
  const [right, down] = [x - about.x, y - about.y];
  return { x: about.x + right * cos - down * sin, y: about.y + right * sin + down * cos };
}

interface Stood extends Place {
  readonly position: number;
}

/**
 * The shape that rows have: it is what they were made with, or what comes near to it where they were drawn otherwise.
 * @param rows - each row's seats in the order of their positions
 */
export function shapeOf(rows: readonly (readonly Stood[])[], seatWidth: number): Shape {
  const [first = []] = rows;
  const [start, end] = [first[0], first.at(-1)];
  const angle = start && end && start !== end ? Math.round(direction(start, end)) : 0;
  const about = { curve: curveOf(rows, seatWidth), angle, rowDistance: rowDistanceOf(rows, seatWidth) };
  const middle = middleOf(rows.flat());
  const positions = rows.map((row) => row.map(({ position }) => position));
  const errors = ALIGNMENTS.map((align) => {
    const places = placesOfRows(positions, { ...about, align }).flat();
    return rows.flat().reduce((sum, { x, y }, index) => {
      const place = places[index] ?? { x: 0, y: 0 };
      return sum + Math.hypot(middle.x + place.x * seatWidth - x, middle.y + place.y * seatWidth - y);
    }, 0);
  });
  return { ...about, align: ALIGNMENTS[errors.indexOf(least(errors))] ?? "columns" };
}

/** Degrees that rows span whose first one lies on the circle through its first, its middle and its last seat. */
function curveOf(rows: readonly (readonly Stood[])[], seatWidth: number): number {
  const [row = []] = rows;
  const [first, middle, last] = [row[0], row[row.length >> 1], row.at(-1)];
  if (!first || !middle || !last || row.length < 3) return 0;
  // Twice the area of the triangle, which is negative where the row bends away from the stage.
  const area = (last.x - first.x) * (middle.y - first.y) - (last.y - first.y) * (middle.x - first.x);
  const sides = distance(first, middle) * distance(middle, last) * distance(first, last);
  if (sides === 0) return 0;
  const [left, right] = endsOf(rows.map((each) => each.map(({ position }) => position)));
  const curve = Math.round((2 * area * (right - left + 1) * seatWidth * 180) / (sides * Math.PI));
  return Math.min(CURVE_MAX, Math.max(0, curve));
}

const distance = (a: Place, b: Place): number => Math.hypot(a.x - b.x, a.y - b.y);

function rowDistanceOf(rows: readonly (readonly Place[])[], seatWidth: number): number {
  // The middle of a bent row is where its middle seats are, and not the mean of all.
  const middles = rows.map((row) => middleOf(row.slice((row.length - 1) >> 1, (row.length >> 1) + 1)));
  const apart = middles
    .slice(1)
    .map((middle, index) => distance(middle, middles[index] ?? middle))
    .sort((a, b) => a - b);
  const usual = (apart[apart.length >> 1] ?? ROW_DISTANCE * seatWidth) / seatWidth;
  return Math.max(ROW_DISTANCE_MIN, Math.round(usual * 100) / 100);
}

const direction = (from: Place, to: Place): number =>
  (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;

/** The aisles of a row with these positions, as {@link positionsWith} takes them. */
export const aislesOf = (positions: readonly number[]): number[] =>
  positions.flatMap((position, index) =>
    index === 0 ? [] : Array<number>(Math.max(0, position - (positions[index - 1] ?? 0) - 1)).fill(index),
  );

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity);
