import { z } from "zod";
import { type Id, idOf } from "../platform/values/ids.ts";
import { instantOut, priceKrw, TITLE_LENGTH_MAX, textOf, VENUE_LENGTH_MAX } from "../platform/values/text.ts";
import { SEAT_NUMBER_LENGTH_MAX, SEATS_MAX } from "../seats/contract.ts";

export type SeatMapId = Id<"seat_map">;
export const seatMapId = idOf("seat_map");

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

export const sectionName = textOf(SECTION_NAME_LENGTH_MAX);
export const seatLabel = textOf(LABEL_LENGTH_MAX);
export const seatPosition = z.int().min(0).max(POSITION_MAX);
/** With two decimals at most, in any unit that the map uses throughout; y grows away from the stage. */
export const seatCoordinate = z
  .number()
  .min(-COORDINATE_MAX)
  .max(COORDINATE_MAX)
  .refine((value) => Math.abs(value * 100 - Math.round(value * 100)) < 1e-6, "has more than two decimals");

const Section = z.strictObject({
  /** Names the section within its map; it stays when the section is renamed. */
  id: z
    .string()
    .regex(/^[a-z0-9_-]{1,40}$/, "is no id of a section")
    .meta({ example: "s1" }),
  name: sectionName,
  color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/, "is no color such as #1f77b4")
    .meta({ example: "#1f77b4" }),
  price: priceKrw,
});

const Seat = z.strictObject({
  /** As it is printed on the seat and the ticket. */
  number: seatLabel,
  position: seatPosition.meta({
    description:
      "Where it is in its row, in seat widths: a gap is an aisle. Whatever the seats are numbered.",
  }),
  x: seatCoordinate.optional(),
  y: seatCoordinate.optional(),
  flags: z.array(z.enum(SEAT_FLAGS)).max(SEAT_FLAGS.length).optional(),
});

const Row = z.strictObject({
  /** The `id` of its section. */
  section: Section.shape.id,
  label: seatLabel,
  seats: z.array(Seat).min(1).max(SEATS_MAX),
});

/** A map's seats in the order in which they are drawn: the first row is the nearest to the stage. */
export const SeatMapPlan = z.strictObject({
  sections: z.array(Section).max(SECTIONS_MAX),
  rows: z.array(Row).max(SEATS_MAX),
});
export type SeatMapPlan = z.output<typeof SeatMapPlan>;
export type SeatMapSection = z.output<typeof Section>;
export type SeatMapRow = z.output<typeof Row>;

/** The same as clients send it: where the positions are left out they follow from the coordinates, or from the order. */
export const SeatMapPlanInput = SeatMapPlan.extend({
  rows: z
    .array(
      Row.extend({
        seats: z
          .array(Seat.extend({ position: seatPosition.optional() }))
          .min(1)
          .max(SEATS_MAX),
      }),
    )
    .max(SEATS_MAX),
});
export type SeatMapPlanInput = z.output<typeof SeatMapPlanInput>;

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

export const CsvMistake = z.object({
  /** Of the file, as a text editor counts them; 1 is that of the headings. */
  line: z.int(),
  /** The heading of the cell; null where the mistake is of the whole line. */
  column: z.enum(CSV_COLUMNS).nullable(),
  code: z.enum([...CSV_FAULTS, ...PLAN_FAULTS]),
  /** What stands there, cut where it is long. */
  found: z.string(),
});
export type CsvMistake = z.output<typeof CsvMistake>;

/**
 * What names a seat on its map, and in the event sessions that are made from it. No two seats of a map have the same, so
 * it names the section and the row too.
 */
export const seatNumberOf = (section: string, row: string, number: string): string =>
  `${section}-${row}-${number}`;

/** How many units of a drawing a seat is wide. */
export const DRAWING_UNITS = 20;

/**
 * A map as pages draw it, in small numbers. Seats are told by their index: first those of the first row, in their order.
 * The states of an event session are packed in the same order.
 */
export const SeatMapDrawing = z.object({
  sections: z.array(z.object({ name: z.string(), color: z.string(), price: z.int() })),
  /** The index of its section, its label, and how many seats it has. */
  rows: z.array(z.object({ section: z.int(), label: z.string(), seats: z.int() })),
  /** What is printed on each seat. */
  numbers: z.array(z.string()),
  /** Where each seat is, as the difference from the seat before it: the first one's from zero. */
  x: z.array(z.int()),
  y: z.array(z.int()),
  /** Where each seat is in its row, in the same way. */
  position: z.array(z.int()),
  /** A bit for each flag of a seat, in the order of `SEAT_FLAGS`; 0 for most seats. */
  flags: z.array(z.int()),
  /** Of an event session's seats, what their ids have in common (`seatIdAt`); null for a map, whose seats have no ids. */
  idPrefix: z.string().nullable(),
});
export type SeatMapDrawing = z.output<typeof SeatMapDrawing>;

const seatNames = z.array(textOf(SEAT_NUMBER_LENGTH_MAX)).max(SEATS_MAX);

/** A map that the seats of an event session are made from, and what is different there. */
export const ChosenSeatMap = z.strictObject({
  seatMapId,
  /** That the caller has read: refused where the map has been changed since. */
  version: z.int().min(1).optional(),
  /** KRW by the name of a section; the others cost what they do on the map. */
  prices: z.record(sectionName, priceKrw).optional(),
  /** Seats that the house keeps off sale besides those of the map, and house seats of the map that are sold, by their names. */
  house: seatNames.optional(),
  sale: seatNames.optional(),
});

export const SeatMapInput = z.strictObject({ seatMapId });

/** A map without its seats. */
export const SeatMapListed = z.object({
  id: seatMapId,
  name: z.string(),
  venue: z.string(),
  seatCount: z.int(),
  version: z.int().meta({ description: "Rises with each change." }),
  ownerId: idOf("user"),
  createdAt: instantOut,
  updatedAt: instantOut,
});

export const SeatMapView = SeatMapListed.extend({ plan: SeatMapPlan });

const name = textOf(TITLE_LENGTH_MAX);
const venue = textOf(VENUE_LENGTH_MAX);

export const CreateSeatMap = z.strictObject({
  name,
  venue,
  plan: SeatMapPlanInput.default({ sections: [], rows: [] }),
});

const readVersion = z.int().min(1).meta({
  description: "The `version` that the caller has read: refused where someone else has made a change since.",
});

export const UpdateSeatMap = z.strictObject({
  seatMapId,
  readVersion,
  name: name.optional(),
  venue: venue.optional(),
  plan: SeatMapPlanInput.optional(),
});

export const RemoveSeatMap = z.strictObject({ seatMapId, readVersion });

/** The largest body that brings a map, in bytes: 50,000 seats with coordinates fit as JSON, and as a file. */
export const SEAT_MAP_BYTES_MAX = 8 * 1024 * 1024;

export const ImportSeatMap = z.strictObject({
  seatMapId,
  readVersion,
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
});

/** What became of a file. Where it has mistakes nothing is imported, and the map is as it was. */
export const ImportedSeatMap = z.object({
  seatMap: SeatMapListed.nullable(),
  /** The first ones, in the order of the file. */
  mistakes: z.array(CsvMistake),
  mistakeCount: z.int(),
});

/** A map as a file. */
export const SeatMapFile = z.object({ name: z.string(), version: z.int(), csv: z.string() });
