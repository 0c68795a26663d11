import { sql } from "drizzle-orm";
import { bigint, check, index, integer, pgEnum, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { waitlistEntryMachine } from "#server/waitlist/machine.ts";
import { users } from "./auth.ts";
import { eventSessions } from "./catalog.ts";
import { holds } from "./holds.ts";
import { instant, instantNow } from "./platform.ts";

export const waitlistEntryState = pgEnum("waitlist_entry_state", waitlistEntryMachine.states);

/** A person who waits for tickets of an event session that come back. */
export const waitlistEntries = pgTable(
  "waitlist_entries",
  {
    id: text().$type<`waitlist_entry_${string}`>().primaryKey(),
    /** The order of the list. */
    seq: bigint({ mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    userId: text()
      .$type<`user_${string}`>()
      .notNull()
      .references(() => users.id),
    eventSessionId: text()
      .$type<`event_session_${string}`>()
      .notNull()
      .references(() => eventSessions.id),
    quantity: integer().notNull(),
    state: waitlistEntryState().notNull().default(waitlistEntryMachine.initial),
    /** The hold that was offered; null while the person waits. */
    holdId: text()
      .$type<`hold_${string}`>()
      .references(() => holds.id),
    /** Until when the offer can be accepted; null before. */
    offerEndsAt: instant(),
    /** Why the list ended for this person, where neither they nor their time ended it. */
    endReason: text(),
    createdAt: instantNow(),
  },
  (t) => [
    check("waitlist_quantity_positive", sql`${t.quantity} > 0`),
    check("waitlist_offer_with_deadline", sql`(${t.holdId} is null) = (${t.offerEndsAt} is null)`),
    uniqueIndex("one_waitlist_entry_of_person")
      .on(t.userId, t.eventSessionId)
      .where(sql`state in ('WAITING', 'OFFERED')`),
    index("waitlist_in_order").on(t.eventSessionId, t.seq).where(sql`state in ('WAITING', 'OFFERED')`),
    index().on(t.userId, t.seq),
    uniqueIndex("one_waitlist_entry_of_hold").on(t.holdId),
  ],
);
