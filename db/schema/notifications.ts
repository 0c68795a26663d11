import { index, jsonb, pgTable, text, unique } from "drizzle-orm/pg-core";
import { users } from "./auth.ts";
import { instant, instantNow } from "./platform.ts";

/** A notification of a person or a department about a transition. */
export const notifications = pgTable(
  "notifications",
  {
    id: text().$type<`notification_${string}`>().primaryKey(),
    /** The event that caused it. An event that is delivered twice notifies once. */
    eventId: text().notNull(),
    /** `customer`, or the department. */
    recipient: text().notNull(),
    /** The person, where it is one. */
    userId: text()
      .$type<`user_${string}`>()
      .references(() => users.id),
    /** `order.confirmed`, `payment.refunded`, `inventory.LOW`. */
    kind: text().notNull(),
    params: jsonb().$type<Record<string, unknown>>().notNull(),
    readAt: instant(),
    createdAt: instantNow(),
  },
  (t) => [
    unique().on(t.eventId, t.recipient),
    index().on(t.userId, t.createdAt),
    index().on(t.recipient, t.createdAt),
  ],
);
