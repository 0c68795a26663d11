import { boolean, integer, pgEnum, pgTable, text, unique } from "drizzle-orm/pg-core";
import { inventoryMachine } from "#server/seats/machine.ts";
import { eventSessions } from "./catalog.ts";
import { krw } from "./platform.ts";

export const inventoryState = pgEnum("inventory_state", inventoryMachine.states);

/** Numbered seats; each row goes through the inventory machine by itself. */
export const seats = pgTable(
  "seats",
  {
    id: text().$type<`seat_${string}`>().primaryKey(),
    eventSessionId: text()
      .$type<`event_session_${string}`>()
      .notNull()
      .references(() => eventSessions.id),
    /** As tickets name it; unique in its event session. */
    number: text().notNull(),
    section: text().notNull(),
    /** The row that it is in, its label there, and its position among the row's seats, where a seat map tells them. */
    row: text(),
    label: text(),
    position: integer(),
    /** Its index in the drawing of the event session's seats; null where they were listed without a map. */
    place: integer(),
    accessible: boolean().notNull().default(false),
    companion: boolean().notNull().default(false),
    restrictedView: boolean().notNull().default(false),
    /** Whether the house keeps it off sale. It is then not part of the stock. */
    house: boolean().notNull().default(false),
    priceKrw: krw().notNull(),
    state: inventoryState().notNull().default(inventoryMachine.initial),
    /** Rises with each move, so that word of an older state, which comes late, replaces no newer one. */
    version: integer().notNull().default(0),
    /** The hold that has it, until it is free again. */
    holdId: text().$type<`hold_${string}`>(),
  },
  (t) => [unique().on(t.eventSessionId, t.number), unique().on(t.eventSessionId, t.place)],
);

/** The seats of an event session that was made from a map, as pages draw them: JSON that never changes. */
export const seatDrawings = pgTable("seat_drawings", {
  eventSessionId: text()
    .$type<`event_session_${string}`>()
    .primaryKey()
    .references(() => eventSessions.id),
  drawing: text().notNull(),
});
