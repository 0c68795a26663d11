import { sql } from "drizzle-orm";
import { check, index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { users } from "./auth.ts";
import { events } from "./catalog.ts";
import { instant, instantNow } from "./platform.ts";

/** A picture that was uploaded, and the event that shows it. Its files are in the file store, under its id. */
export const posters = pgTable(
  "posters",
  {
    id: text().$type<`poster_${string}`>().primaryKey(),
    uploadedBy: text()
      .$type<`user_${string}`>()
      .notNull()
      .references(() => users.id),
    /** Null until an event shows it, and after it has shown it. */
    eventId: text()
      .$type<`event_${string}`>()
      .references(() => events.id)
      .unique(),
    /** What can be seen on it, for people who do not see it. */
    alt: text().notNull().default(""),
    /** In pixels, of its widest file. */
    width: integer().notNull(),
    height: integer().notNull(),
    /** The names of its files: those for pages with their widths in pixels, the narrowest first, and the one for links. */
    files: jsonb()
      .$type<{
        readonly pages: readonly { readonly name: string; readonly width: number }[];
        readonly social: string;
      }>()
      .notNull(),
    /** Of all its files together. */
    bytes: integer().notNull(),
    createdAt: instantNow(),
    /** Since when no event shows it; null while one does. */
    unusedSince: instant().default(sql`app_now()`),
  },
  (t) => [
    index().on(t.uploadedBy),
    index().on(t.unusedSince),
    check("posters_used_or_unused", sql`(${t.eventId} is null) <> (${t.unusedSince} is null)`),
  ],
);
