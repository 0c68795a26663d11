import { sql } from "drizzle-orm";
import { index, json, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { users } from "./auth.ts";
import { instant, instantNow } from "./platform.ts";

/** What one operator asked for and another has to approve. */
export const approvals = pgTable(
  "approvals",
  {
    id: text().$type<`approval_${string}`>().primaryKey(),
    kind: text({
      enum: [
        "refund",
        "close_sale",
        "shorten_sale",
        "cancel_session",
        "cancel_event",
        "archive_event",
        "withdraw_event",
        "make_operator",
        "remove_factors",
      ],
    }).notNull(),
    /** The order, event session, event or person that it is about. */
    subject: text().notNull(),
    /** What is done once it is approved. */
    payload: json().notNull(),
    note: text().notNull(),
    askedById: text()
      .$type<`user_${string}`>()
      .notNull()
      .references(() => users.id),
    askedAt: instantNow(),
    expiresAt: instant().notNull(),
    /** Null while it waits. */
    outcome: text({ enum: ["approved", "refused", "expired"] }),
    decidedById: text()
      .$type<`user_${string}`>()
      .references(() => users.id),
    decidedAt: instant(),
    decisionNote: text(),
  },
  (t) => [
    uniqueIndex("one_waiting_approval").on(t.kind, t.subject).where(sql`outcome is null`),
    index().on(t.askedAt, t.id),
  ],
);
