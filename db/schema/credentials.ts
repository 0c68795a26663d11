import { sql } from "drizzle-orm";
import { index, pgTable, text } from "drizzle-orm/pg-core";
import { users } from "./auth.ts";
import { instant, instantNow } from "./platform.ts";

/** Links that were mailed to people, each for one act and one use. */
export const accountLinks = pgTable(
  "account_links",
  {
    id: text().$type<`account_link_${string}`>().primaryKey(),
    userId: text()
      .$type<`user_${string}`>()
      .notNull()
      .references(() => users.id),
    kind: text({ enum: ["reset-password", "verify-email", "change-email", "undo-email-change"] }).notNull(),
    /** SHA-256 of what the link carries, so that a reader of the database cannot follow it. */
    tokenHash: text().notNull().unique(),
    /** The address that the link is about: the account's own, the one to change to, or the one to go back to. */
    email: text().notNull(),
    expiresAt: instant().notNull(),
    /** When it was used, or became of no use because another one was. */
    usedAt: instant(),
    createdAt: instantNow(),
  },
  (t) => [
    index().on(t.userId),
    index("account_links_email").on(sql`lower(${t.email})`),
    index().on(t.expiresAt),
  ],
);
