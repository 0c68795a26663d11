import type { SeatMapPlanInput } from "#server/seat-maps/contract.ts";

type Row = SeatMapPlanInput["rows"][number];
type Flag = NonNullable<Row["seats"][number]["flags"]>[number];

/** A part of the hall between two angles, seen from the stage: 0 is straight ahead, and the right is positive. */
interface Block {
  readonly section: string;
  readonly degrees: readonly [from: number, to: number];
  /** In seat widths from the middle of the circles on which the rows stand. */
  readonly radius: number;
  readonly rows: number;
  /** The flags of a seat, by its row and where it is in it; `last` is the last one of the row. */
  readonly flagOf?: (row: number, seat: number, last: number) => Flag | undefined;
}

const ROW_DISTANCE = 1.3;

const SECTIONS = [
  { id: "vip", name: "VIP석", color: "#7c3aed", price: 165_000 },
  { id: "r", name: "R석", color: "#c2410c", price: 132_000 },
  { id: "s-left", name: "S석 왼쪽", color: "#1d4ed8", price: 99_000 },
  { id: "s-right", name: "S석 오른쪽", color: "#0e7490", price: 99_000 },
  { id: "a", name: "2층 A석", color: "#15803d", price: 66_000 },
];

const BLOCKS: readonly Block[] = [
  {
    ...{ section: "vip", degrees: [-24, 24], radius: 15, rows: 6 },
    flagOf: (row, seat) => (row === 2 && seat < 4 ? "house" : undefined),
  },
  {
    ...{ section: "s-left", degrees: [-58, -28], radius: 17, rows: 12 },
    flagOf: (row, seat) => (row < 6 && seat < 2 ? "restrictedView" : undefined),
  },
  {
    ...{ section: "s-right", degrees: [28, 58], radius: 17, rows: 12 },
    flagOf: (row, seat, last) => (row < 6 && seat > last - 2 ? "restrictedView" : undefined),
  },
  {
    ...{ section: "r", degrees: [-24, 24], radius: 24.5, rows: 8 },
    flagOf: (row, seat, last) => (row === 7 ? wheelchairAt(Math.min(seat, last - seat)) : undefined),
  },
  { section: "a", degrees: [-46, 46], radius: 39, rows: 6 },
];

/** Coordinates have two decimals at most. */
const rounded = (value: number): number => Math.round(value * 100) / 100;

const wheelchairAt = (fromEnd: number): Flag | undefined =>
  fromEnd > 1 ? undefined : fromEnd === 0 ? "accessible" : "companion";

function rowsOf({ section, degrees: [from, to], radius, rows, flagOf }: Block): Row[] {
  return Array.from({ length: rows }, (_, row) => {
    const distance = radius + row * ROW_DISTANCE;
    const [start, end] = [from, to].map((angle) => (angle * Math.PI) / 180) as [number, number];
    const last = Math.floor((end - start) * distance);
    const middle = (start + end) / 2;
    return {
      section,
      label: String(row + 1),
      seats: Array.from({ length: last + 1 }, (_, seat) => {
        const angle = middle + (seat - last / 2) / distance;
        const flag = flagOf?.(row, seat, last);
        return {
          ...{ number: String(seat + 1), position: seat },
          ...{ x: rounded(distance * Math.sin(angle)), y: rounded(distance * Math.cos(angle)) },
          ...(flag && { flags: [flag] }),
        };
      }),
    };
  });
}

/** A concert hall of about a thousand seats with bent rows, an upper floor, and seats of every kind. */
export const DEMO_HALL: SeatMapPlanInput = { sections: SECTIONS, rows: BLOCKS.flatMap(rowsOf) };
