import { sql } from "drizzle-orm";
import { index, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { users } from "./auth.ts";
import { instant, instantNow } from "./platform.ts";
import { tickets } from "./tickets.ts";

/** A ticket that its holder offers another person by a link that works once. */
export const transfers = pgTable(
  "transfers",
  {
    id: text().$type<`transfer_${string}`>().primaryKey(),
    ticketId: text()
      .$type<`ticket_${string}`>()
      .notNull()
      .references(() => tickets.id),
    fromId: text()
      .$type<`user_${string}`>()
      .notNull()
      .references(() => users.id),
    /** Who accepted it. */
    toId: text()
      .$type<`user_${string}`>()
      .references(() => users.id),
    /** The hash of the link's secret, which only the link has. */
    tokenHash: text().notNull().unique(),
    expiresAt: instant().notNull(),
    acceptedAt: instant(),
    withdrawnAt: instant(),
    createdAt: instantNow(),
  },
  (t) => [
    uniqueIndex("one_open_transfer_of_ticket")
      .on(t.ticketId)
      .where(sql`accepted_at is null and withdrawn_at is null`),
    index().on(t.ticketId),
    index().on(t.fromId),
    index().on(t.toId),
  ],
);
