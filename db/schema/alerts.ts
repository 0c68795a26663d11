import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { users } from "./auth.ts";
import { instant, instantNow } from "./platform.ts";

/** What an operator must know: firing until `resolvedAt`. */
export const alerts = pgTable(
  "alerts",
  {
    id: text().$type<`alert_${string}`>().primaryKey(),
    /** An alert kind. It is text, because each domain adds its kinds. */
    kind: text().notNull(),
    /** What it is about: the id of a payment or a transmission, the name of a destination or a job. */
    subject: text().notNull(),
    detail: jsonb().$type<Record<string, unknown>>().notNull(),
    /** How often it was raised while it fired. */
    count: integer().notNull().default(1),
    firstAt: instantNow(),
    lastAt: instantNow(),
    resolvedAt: instant(),
    /** When people were told that it fires, and that it ended. */
    firingToldAt: instant(),
    endToldAt: instant(),
    /** When an operator last said that it is looked after. */
    acknowledgedAt: instant(),
    acknowledgedById: text()
      .$type<`user_${string}`>()
      .references(() => users.id),
    /** The operator who looks after it. */
    ownerId: text()
      .$type<`user_${string}`>()
      .references(() => users.id),
    /** What the others should know. */
    note: text(),
  },
  (t) => [
    uniqueIndex("one_firing_alert").on(t.kind, t.subject).where(sql`resolved_at is null`),
    index().on(t.lastAt),
    index("alerts_untold")
      .on(t.firstAt)
      .where(sql`firing_told_at is null or (resolved_at is not null and end_told_at is null)`),
  ],
);
