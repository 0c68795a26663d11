import { index, pgTable, text } from "drizzle-orm/pg-core";
import { users } from "./auth.ts";
import { instantNow } from "./platform.ts";

/** A browser that shows notifications of a person while its pages are closed. */
export const pushSubscriptions = pgTable(
  "push_subscriptions",
  {
    id: text().$type<`push_subscription_${string}`>().primaryKey(),
    userId: text()
      .$type<`user_${string}`>()
      .notNull()
      .references(() => users.id),
    /** The login session that it was turned on with: it ends with that. */
    loginSessionId: text().$type<`login_session_${string}`>().notNull(),
    /** SHA-256 of the endpoint, since one browser has one endpoint. */
    endpointHash: text().notNull().unique(),
    /** Endpoint and keys: together they let anyone write to the browser. */
    sealed: text().notNull(),
    language: text({ enum: ["ko", "en"] }).notNull(),
    /** What the browser said of itself. */
    userAgent: text().notNull(),
    createdAt: instantNow(),
  },
  (t) => [index().on(t.userId, t.createdAt)],
);
