import { sql } from "drizzle-orm";
import { index, pgTable, text } from "drizzle-orm/pg-core";
import { users } from "./auth.ts";
import { eventSessions } from "./catalog.ts";
import { instant, instantNow } from "./platform.ts";

/** Event sessions that do not take place: their orders are cancelled and refunded until none is left. */
export const cancellations = pgTable(
  "cancellations",
  {
    eventSessionId: text()
      .$type<`event_session_${string}`>()
      .primaryKey()
      .references(() => eventSessions.id),
    cancelledById: text()
      .$type<`user_${string}`>()
      .notNull()
      .references(() => users.id),
    createdAt: instantNow(),
    /** When no order or hold was left; null while some are. */
    doneAt: instant(),
  },
  (t) => [index("cancellations_under_way").on(t.createdAt).where(sql`done_at is null`)],
);
