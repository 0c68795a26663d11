import { SEATS_MAX } from "../seats/values.ts";

export const SECTIONS_MAX = 200;
export const SECTION_NAME_LENGTH_MAX = 40;
/** Of a row's label and of the number of a seat. */
export const LABEL_LENGTH_MAX = 20;
/** Seat widths from the beginning of a row. The largest map as one row, with an aisle between each two seats, fits. */
export const POSITION_MAX = 2 * SEATS_MAX;
/** How far a coordinate is from zero at most, in the unit of the map. */
export const COORDINATE_MAX = 100_000;

/**
 * What is particular about a seat: it is a place for a wheelchair, the seat beside such a place, one that sees only a part
 * of the stage, or one that the house keeps off sale.
 */
export const SEAT_FLAGS = ["accessible", "companion", "restrictedView", "house"] as const;

/** What can be wrong with a map whose parts are each right by themselves. */
export const PLAN_FAULTS = [
  "too_many_seats",
  "section_unknown",
  "section_twice",
  "section_empty",
  "row_twice",
  "seat_twice",
  "position_twice",
  "place_twice",
  "coordinates_partial",
] as const;
export type PlanFaultCode = (typeof PLAN_FAULTS)[number];

export const CSV_COLUMNS = ["section", "row", "number", "price", "x", "y", "flags", "position"] as const;
export type CsvColumn = (typeof CSV_COLUMNS)[number];

/** What can be wrong with a file of seats, besides what can be wrong with a map. */
export const CSV_FAULTS = [
  "encoding_unknown",
  "quote_broken",
  "no_seats",
  "too_many_rows",
  "too_many_sections",
  "column_missing",
  "column_unknown",
  "column_twice",
  "too_many_cells",
  "cell_empty",
  "text_wrong",
  "price_wrong",
  "price_differs",
  "coordinate_wrong",
  "position_wrong",
  "flag_unknown",
] as const;

/** The mistakes that are told of one file; how many there are is told with them. */
export const MISTAKES_SHOWN_MAX = 200;

/**
 * What names a seat on its map, and in the event sessions that are made from it. No two seats of a map have the same, so
 * it names the section and the row too.
 */
export const seatNumberOf = (section: string, row: string, number: string): string =>
  `${section}-${row}-${number}`;

/** How many units of a drawing a seat is wide. */
export const DRAWING_UNITS = 20;

/** The largest body that brings a map, in bytes: 50,000 seats with coordinates fit as JSON, and as a file. */
export const SEAT_MAP_BYTES_MAX = 8 * 1024 * 1024;
