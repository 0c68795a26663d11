import type { z } from "zod";
import { BYTE_ORDER_MARK, csvLine } from "../platform/values/csv.ts";
import { readCsvTable, shownText, type TableRow } from "../platform/values/csv-table.ts";
import { priceKrw } from "../platform/values/text.ts";
import { SEATS_MAX } from "../seats/values.ts";
import {
  type CsvMistake,
  type SeatMapPlan,
  type SeatMapPlanInput,
  type SeatMapSection,
  seatCoordinate,
  seatLabel,
  seatPosition,
  sectionName,
} from "./contract.ts";
import { completePlan, type PlanFault, planFaults, SECTION_COLORS } from "./plan.policy.ts";
import { CSV_COLUMNS, type CsvColumn, SEAT_FLAGS, SECTIONS_MAX } from "./values.ts";

const FILE = {
  columns: CSV_COLUMNS,
  required: ["section", "row", "number", "price"],
  rowsMax: SEATS_MAX,
} as const;

/** A map as a CSV file that `readSeatMapCsv` reads back. Positions are in it only where they would not follow. */
export function seatMapCsv(plan: SeatMapPlan): string {
  const sectionOf = new Map(plan.sections.map((section) => [section.id, section]));
  const columns = CSV_COLUMNS.filter((column) => column !== "position" || !positionsFollow(plan));
  const lines = plan.rows.flatMap(({ section, label, seats }) => {
    const { name, price } = sectionOf.get(section) ?? { name: section, price: 0 };
    return seats.map(({ number, x, y, flags = [], position }) => {
      const cells = { section: name, row: label, number, price, x, y, flags: flags.join(" "), position };
      return csvLine(columns.map((column) => cells[column]));
    });
  });
  return [BYTE_ORDER_MARK, csvLine(columns), ...lines].join("");
}

/** Whether the positions are those that the plan would have without them. */
function positionsFollow(plan: SeatMapPlan): boolean {
  const without = plan.rows.map(({ seats, ...row }) => ({
    ...row,
    seats: seats.map(({ position: _, ...seat }) => seat),
  }));
  const { rows } = completePlan({ ...plan, rows: without });
  return plan.rows.every(({ seats }, row) =>
    seats.every(({ position }, seat) => rows[row]?.seats[seat]?.position === position),
  );
}

/**
 * Reads a map from a CSV file. Nothing of it is used where there is one mistake.
 * @param known - the sections of the map until now: those of the same name keep their id, their colour and their order
 * @returns the plan, or every mistake in the order of the file
 */
export function readSeatMapCsv(
  bytes: Uint8Array,
  known: readonly SeatMapSection[] = [],
): { readonly plan: SeatMapPlan } | { readonly mistakes: readonly CsvMistake[] } {
  const table = readCsvTable(bytes, FILE);
  const mistakes: CsvMistake[] = [...table.mistakes];
  const seats = table.rows.map((row) => readSeat(row, mistakes));
  const { plan, lineOf } = gather(seats, known, mistakes);
  if (mistakes.length === 0 && seats.length === 0)
    mistakes.push({ line: 1, column: null, code: "no_seats", found: "" });
  const wrong = new Set(mistakes.map(({ line }) => line));
  const together = planFaults(plan)
    .flatMap((fault) => mistakeOf(fault, plan, lineOf))
    .filter(({ line }) => !wrong.has(line));
  const all = [...mistakes, ...together].sort((a, b) => a.line - b.line);
  return all.length === 0 ? { plan } : { mistakes: all };
}

/** The cells of a line as values; those that cannot be read are undefined. */
function readSeat({ line, cells }: TableRow<CsvColumn>, mistakes: CsvMistake[]) {
  const tell = (column: CsvColumn, code: CsvMistake["code"]): undefined => {
    mistakes.push({ line, column, code, found: shownText(cells[column]) });
  };
  const read = <T>(column: CsvColumn, schema: z.ZodType<T>, value: unknown, code: CsvMistake["code"]) => {
    const parsed = schema.safeParse(value);
    return parsed.success ? parsed.data : tell(column, code);
  };
  const text = (column: "section" | "row" | "number", schema: z.ZodType<string>) =>
    cells[column].trim() === ""
      ? tell(column, "cell_empty")
      : read(column, schema, cells[column], "text_wrong");
  const optional = (column: "x" | "y" | "position", schema: z.ZodType<number>, code: CsvMistake["code"]) =>
    cells[column].trim() === "" ? undefined : read(column, schema, numberIn(cells[column]), code);
  const flags = cells.flags.split(/[\s|;,/+]+/).filter((flag) => flag !== "");
  return {
    line,
    section: text("section", sectionName),
    row: text("row", seatLabel),
    number: text("number", seatLabel),
    price:
      cells.price.trim() === ""
        ? tell("price", "cell_empty")
        : read("price", priceKrw, priceIn(cells.price), "price_wrong"),
    x: optional("x", seatCoordinate, "coordinate_wrong"),
    y: optional("y", seatCoordinate, "coordinate_wrong"),
    position: optional("position", seatPosition, "position_wrong"),
    flags: flags.flatMap(
      (given) =>
        SEAT_FLAGS.find((flag) => flag.toLowerCase() === given.toLowerCase()) ??
        tell("flags", "flag_unknown") ??
        [],
    ),
  };
}

type SeatRead = ReturnType<typeof readSeat>;

/**
 * Whole KRW, with commas between thousands where spreadsheets show them. A point or a comma anywhere else is a slip of
 * who typed it, or stands for thousands in other countries: as a decimal it would make a price of a few KRW.
 */
const priceIn = (text: string): number =>
  /^\s*(?:\d+|\d{1,3}(?:,\d{3})+)\s*$/.test(text) ? Number(text.replaceAll(",", "")) : Number.NaN;

/** A number as spreadsheets write it, with a comma for the point in some countries. */
const numberIn = (text: string): number =>
  /^\s*-?\d+(?:[.,]\d+)?\s*$/.test(text) ? Number(text.replace(",", ".")) : Number.NaN;

type SeatGiven = SeatMapPlanInput["rows"][number]["seats"][number];

/** The plan of the lines that name a seat, and the line of each of its seats. */
function gather(seats: readonly SeatRead[], known: readonly SeatMapSection[], mistakes: CsvMistake[]) {
  const sections = createSections(known, mistakes);
  const rows = new Map<string, { section: string; label: string; seats: SeatGiven[]; lines: number[] }>();
  for (const { line, section, row: label, number, price, x, y, position, flags } of seats) {
    if (section === undefined || label === undefined || number === undefined) continue;
    const id = sections.idOf(section, price, line);
    const key = JSON.stringify([id, label]);
    const row = rows.get(key) ?? { section: id, label, seats: [], lines: [] };
    rows.set(key, row);
    const place = { ...(x === undefined ? {} : { x }), ...(y === undefined ? {} : { y }) };
    row.seats.push({ number, ...(position === undefined ? {} : { position }), ...place, flags });
    row.lines.push(line);
  }
  const gathered = [...rows.values()];
  const plan = completePlan({
    sections: sections.all(),
    rows: gathered.map(({ section, label, seats }) => ({ section, label, seats })),
  });
  return { plan, lineOf: (row: number, seat: number) => gathered[row]?.lines[seat] ?? 1 };
}

/** The sections of a file by name, with the price of the first line that names each. */
function createSections(known: readonly SeatMapSection[], mistakes: CsvMistake[]) {
  const knownOf = new Map(known.map((section) => [section.name, section]));
  const found = new Map<string, Omit<SeatMapSection, "price"> & { price: number | undefined }>();
  const taken = new Set(known.map(({ id }) => id));
  const made = (name: string): SeatMapSection => {
    let number = found.size + 1;
    while (taken.has(`s${number}`)) number += 1;
    taken.add(`s${number}`);
    return {
      id: `s${number}`,
      name,
      color: SECTION_COLORS[found.size % SECTION_COLORS.length] ?? SECTION_COLORS[0],
      price: 0,
    };
  };
  const order = (name: string) => known.findIndex((section) => section.name === name);
  return {
    idOf(name: string, price: number | undefined, line: number): string {
      const section = found.get(name) ?? { ...(knownOf.get(name) ?? made(name)), price };
      if (!found.has(name) && found.size === SECTIONS_MAX)
        mistakes.push({ line, column: "section", code: "too_many_sections", found: shownText(name) });
      found.set(name, section);
      section.price ??= price;
      if (price !== undefined && price !== section.price)
        mistakes.push({ line, column: "price", code: "price_differs", found: String(price) });
      return section.id;
    },
    /** Those that were known come first, in the order that they had. */
    all(): SeatMapSection[] {
      const all = [...found.values()].map((section) => ({ ...section, price: section.price ?? 0 }));
      const isKnown = ({ name }: SeatMapSection) => knownOf.has(name);
      const before = all.filter(isKnown).sort((a, b) => order(a.name) - order(b.name));
      return [...before, ...all.filter((section) => !isKnown(section))];
    },
  };
}

const COLUMN_OF = {
  seat_twice: "number",
  position_twice: "position",
  place_twice: "x",
} as const;

/** A fault of the plan as a mistake in the line of its seat. A file cannot have the other faults. */
function mistakeOf(
  { code, row, seat, found }: PlanFault,
  plan: SeatMapPlan,
  lineOf: (row: number, seat: number) => number,
): CsvMistake[] {
  if (row === undefined || seat === undefined) return [];
  const line = lineOf(row, seat);
  if (code === "coordinates_partial") {
    const column = plan.rows[row]?.seats[seat]?.x === undefined ? "x" : "y";
    return [{ line, column, code, found: "" }];
  }
  const column = code in COLUMN_OF ? COLUMN_OF[code as keyof typeof COLUMN_OF] : null;
  return [{ line, column, code, found: shownText(found) }];
}
