import { sql } from "drizzle-orm";
import { check, index, integer, pgEnum, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { users } from "./auth.ts";
import { eventSessions } from "./catalog.ts";
import { orders } from "./orders.ts";
import { refunds } from "./payments.ts";
import { instant, instantNow, krw } from "./platform.ts";
import { seats } from "./seats.ts";

export const ticketStatus = pgEnum("ticket_status", ["VALID", "USED", "VOID"]);

export const tickets = pgTable(
  "tickets",
  {
    id: text().$type<`ticket_${string}`>().primaryKey(),
    orderId: text()
      .$type<`order_${string}`>()
      .notNull()
      .references(() => orders.id),
    userId: text()
      .$type<`user_${string}`>()
      .notNull()
      .references(() => users.id),
    eventSessionId: text()
      .$type<`event_session_${string}`>()
      .notNull()
      .references(() => eventSessions.id),
    seatId: text()
      .$type<`seat_${string}`>()
      .references(() => seats.id),
    /** What it cost: the tickets of an order cost its amount together. */
    priceKrw: krw().notNull(),
    status: ticketStatus().notNull().default("VALID"),
    /** The signed text of the QR code, made once for each holder. */
    qr: text().notNull(),
    /** Which code it is, the first being 1: only the last one admits. */
    version: integer().notNull().default(1),
    usedAt: instant(),
    usedWhere: text(),
    /** When its holder was last scanned on the way out; null while they are inside. */
    leftAt: instant(),
    /** The refund that it was given back with, and its part of the amount; null while it has none. */
    refundId: text()
      .$type<`refund_${string}`>()
      .references(() => refunds.id),
    refundedKrw: krw(),
    issuedAt: instantNow(),
  },
  (t) => [
    index().on(t.userId, t.issuedAt),
    index().on(t.orderId),
    index().on(t.eventSessionId, t.issuedAt, t.id),
    // What an event session gave back. A ticket comes into it with its refund, and not when it is sold.
    index("tickets_given_back").on(t.eventSessionId).where(sql`refund_id is not null`),
    uniqueIndex("one_live_ticket_of_seat").on(t.seatId).where(sql`seat_id is not null and status <> 'VOID'`),
    check("ticket_price_not_negative", sql`${t.priceKrw} >= 0`),
  ],
);
