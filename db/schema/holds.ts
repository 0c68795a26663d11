import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { holdMachine } from "#server/holds/machine.ts";
import { users } from "./auth.ts";
import { eventSessions } from "./catalog.ts";
import { instant, instantNow } from "./platform.ts";

export const holdState = pgEnum("hold_state", holdMachine.states);

export const holds = pgTable(
  "holds",
  {
    id: text().$type<`hold_${string}`>().primaryKey(),
    userId: text()
      .$type<`user_${string}`>()
      .notNull()
      .references(() => users.id),
    eventSessionId: text()
      .$type<`event_session_${string}`>()
      .notNull()
      .references(() => eventSessions.id),
    quantity: integer().notNull(),
    /** The seats that it takes or took, in the order in which they were chosen; null for counted stock. */
    seatIds: text().array().$type<`seat_${string}`[]>(),
    state: holdState().notNull().default(holdMachine.initial),
    expiresAt: instant().notNull(),
    /** Whether its buyer went to the checkout, which extends it once (docs/spec/purchase.md#checkout). */
    checkedOut: boolean().notNull().default(false),
    /** Whether the waiting list offers it: its buyer has not accepted, and it is no purchase yet. */
    offered: boolean().notNull().default(false),
    /** Whether money may be moving for it. The buyer cannot release it, and it lasts until the outcome is known or HOLD_MAX_SECONDS. */
    frozen: boolean().notNull().default(false),
    /** Whether its stock is sold and not returned. It then counts for the buyer's limit in every state. */
    sold: boolean().notNull().default(false),
    /** How many of its sold tickets are back on sale. */
    returned: integer().notNull().default(0),
    createdAt: instantNow(),
    /** The trace of the purchase, which the order takes over. */
    traceId: text(),
  },
  (t) => [
    check("hold_seats_are_its_quantity", sql`cardinality(${t.seatIds}) = ${t.quantity}`),
    check("hold_quantity_positive", sql`${t.quantity} > 0`),
    check("hold_returned_within_quantity", sql`${t.returned} between 0 and ${t.quantity}`),
    // By the buyer first, since every page asks what they have under way.
    uniqueIndex("one_active_hold_of_buyer").on(t.userId, t.eventSessionId).where(sql`state = 'ACTIVE'`),
    index("holds_by_expiry").on(t.eventSessionId, t.expiresAt).where(sql`state = 'ACTIVE'`),
    index().on(t.state, t.createdAt, t.id),
    index().on(t.userId),
    index("holds_sold_to_buyer").on(t.eventSessionId, t.userId).where(sql`sold`),
  ],
);

/**
 * How many tickets of an event session are held, being paid for and sold: the sum of its rows. A trigger adds a row for
 * each statement that changes holds, so that no two purchases wait for one counter.
 */
export const holdCounts = pgTable(
  "hold_counts",
  {
    seq: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    eventSessionId: text()
      .$type<`event_session_${string}`>()
      .notNull()
      .references(() => eventSessions.id),
    /** Tickets in active holds whose buyer has not gone to the checkout. */
    held: integer().notNull(),
    /** Tickets in active holds whose buyer is paying. */
    paying: integer().notNull(),
    /** Tickets sold and not given back. */
    sold: integer().notNull(),
  },
  (t) => [index().on(t.eventSessionId)],
);

/** How many tickets of an event session others gave to a person: they count toward the maximum. */
export const receivedTickets = pgTable(
  "received_tickets",
  {
    eventSessionId: text()
      .$type<`event_session_${string}`>()
      .notNull()
      .references(() => eventSessions.id),
    userId: text()
      .$type<`user_${string}`>()
      .notNull()
      .references(() => users.id),
    tickets: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.eventSessionId, t.userId] }),
    index().on(t.userId),
    check("received_not_negative", sql`${t.tickets} >= 0`),
  ],
);
