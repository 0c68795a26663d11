import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { users } from "./auth.ts";
import { instantNow } from "./platform.ts";

interface Plan {
  sections: { id: string; name: string; color: string; price: number }[];
  rows: { section: string; label: string; seats: Seat[] }[];
}

interface Seat {
  number: string;
  position: number;
  x?: number | undefined;
  y?: number | undefined;
  flags?: ("accessible" | "companion" | "restrictedView" | "house")[] | undefined;
}

/** The sections, rows and seats of a hall, from which event sessions are made. It is read and written as a whole. */
export const seatMaps = pgTable(
  "seat_maps",
  {
    id: text().$type<`seat_map_${string}`>().primaryKey(),
    ownerId: text()
      .$type<`user_${string}`>()
      .notNull()
      .references(() => users.id),
    name: text().notNull(),
    venue: text().notNull(),
    plan: jsonb().$type<Plan>().notNull(),
    seatCount: integer().notNull(),
    /** Rises with each change, so that two who change a map at once do not undo each other's work. */
    version: integer().notNull().default(1),
    createdAt: instantNow(),
    updatedAt: instantNow(),
  },
  (t) => [
    index().on(t.ownerId, t.updatedAt, t.id),
    index().on(t.updatedAt, t.id),
    check("seat_maps_count_not_negative", sql`${t.seatCount} >= 0`),
    check("seat_maps_version_positive", sql`${t.version} > 0`),
  ],
);
