import { z } from "zod";
import { type Id, idOf } from "../platform/values/ids.ts";
import { TITLE_LENGTH_MAX, VENUE_LENGTH_MAX } from "../platform/values/limits.ts";
import { instantOut, priceKrw, textOf } from "../platform/values/text.ts";
import { SEAT_NUMBER_LENGTH_MAX, SEATS_MAX } from "../seats/values.ts";
import {
  COORDINATE_MAX,
  CSV_COLUMNS,
  CSV_FAULTS,
  LABEL_LENGTH_MAX,
  PLAN_FAULTS,
  POSITION_MAX,
  SEAT_FLAGS,
  SECTION_NAME_LENGTH_MAX,
  SECTIONS_MAX,
} from "./values.ts";

export type SeatMapId = Id<"seat_map">;
export const seatMapId = idOf("seat_map");

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
