import { bigint, pgTable, primaryKey, text } from "drizzle-orm/pg-core";

/** How many things are in each state of their machine, by the history up to the mark. */
export const stateCounts = pgTable(
  "state_counts",
  {
    machine: text().notNull(),
    state: text().notNull(),
    count: bigint({ mode: "number" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.machine, t.state] })],
);

/** The step of the history up to which the counts are made: one row a counter. */
export const stateCountMarks = pgTable("state_count_marks", {
  name: text().primaryKey(),
  seq: bigint({ mode: "number" }).notNull(),
});
