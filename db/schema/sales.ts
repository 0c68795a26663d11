import { index, integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { eventSessions } from "./catalog.ts";
import { instant } from "./platform.ts";

/**
 * How a sale stood at a moment, for its charts. Older samples are thinned (docs/decisions/036-live-sales.md), so that a
 * sale of weeks keeps few rows.
 */
export const saleSamples = pgTable(
  "sale_samples",
  {
    eventSessionId: text()
      .$type<`event_session_${string}`>()
      .notNull()
      .references(() => eventSessions.id),
    /** The start of the ten seconds that it was taken in: processes that sample at once write one row. */
    at: instant().notNull(),
    remaining: integer().notNull(),
    /** Tickets in holds whose buyer has not gone to the checkout. */
    held: integer().notNull(),
    /** Tickets in holds whose buyer is paying. */
    paying: integer().notNull(),
    sold: integer().notNull(),
    /** People in the queue; null where Redis could not say, as are the next three. */
    waiting: integer(),
    /** People who are let in and have not held tickets yet. */
    admitted: integer(),
    /** Numbers given since the queue began. */
    issued: integer(),
    /** People let in since the queue began. */
    entries: integer(),
  },
  (t) => [primaryKey({ columns: [t.eventSessionId, t.at] }), index().on(t.at)],
);
