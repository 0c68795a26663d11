import { countedId } from "../platform/values/id-forms.ts";

/** Seats of one event session, and of a seat map. */
export const SEATS_MAX = 50_000;
/** Fits the name of a seat of a map: section, row and number with a hyphen between them. */
export const SEAT_NUMBER_LENGTH_MAX = 82;
export const SECTION_LENGTH_MAX = 60;

/**
 * The id of a seat that was made from a map.
 * @param idPrefix - what the ids of its event session's seats have in common, as the drawing tells
 * @param place - its index in the drawing
 */
export const seatIdAt = (idPrefix: string, place: number) => countedId("seat", idPrefix, place);

/**
 * AVAILABLE is on sale, HOLD and SOLD are taken, BLOCKED is kept off sale by the house. Their order is that of the numbers
 * in packed states (docs/spec/seats.md#drawing-and-states).
 */
export const SEAT_STATUSES = ["AVAILABLE", "HOLD", "SOLD", "BLOCKED"] as const;
export type SeatStatus = (typeof SEAT_STATUSES)[number];
