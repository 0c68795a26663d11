import { SEAT_FLAGS } from "#server/seat-maps/values.ts";

/** The flag of a seat that the house keeps, as a drawing has it. */
export const HOUSE = 1 << SEAT_FLAGS.indexOf("house");
