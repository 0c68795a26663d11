import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, integer, jsonb, pgEnum, pgTable, text } from "drizzle-orm/pg-core";
import { users } from "./auth.ts";
import { instant, instantNow, krw } from "./platform.ts";

export const eventStatus = pgEnum("event_status", ["DRAFT", "PUBLISHED", "ARCHIVED"]);
export const salesOverride = pgEnum("sales_override", ["OPEN", "CLOSED"]);
export const entryCodes = pgEnum("entry_codes", ["ANY", "ASK", "MOVING"]);
export const releasePolicy = pgEnum("release_policy", ["AT_ONCE", "WAITLIST", "SCHEDULED"]);

/** Fees by the days that are left, the most days first (server/terms/contract.ts). */
interface CancelFees {
  freeDays: number;
  steps: { untilDaysBefore: number; krw: number | null; percent: number }[];
}

export const events = pgTable(
  "events",
  {
    id: text().$type<`event_${string}`>().primaryKey(),
    title: text().notNull(),
    description: text().notNull(),
    venue: text().notNull(),
    /** How long it takes, its intervals included; null where that is not said. */
    runningMinutes: integer(),
    /** From which age on people are let in: 0 is everyone; null where that is not said. */
    ageRating: integer(),
    status: eventStatus().notNull().default("DRAFT"),
    ownerId: text()
      .$type<`user_${string}`>()
      .notNull()
      .references(() => users.id),
    createdAt: instantNow(),
    updatedAt: instantNow(),
  },
  (t) => [
    index().on(t.status, t.createdAt),
    index().on(t.ownerId, t.createdAt),
    // The beginnings of all words of title and place, and of their Korean initial consonants.
    index("events_search")
      .using("gin", sql`event_search(${t.title}, ${t.venue})`)
      .where(sql`${t.status} = 'PUBLISHED'`),
    index("events_place").on(sql`split_part(${t.venue}, ' ', 1)`).where(sql`${t.status} = 'PUBLISHED'`),
    check("running_minutes_positive", sql`${t.runningMinutes} > 0`),
    check("age_rating_not_negative", sql`${t.ageRating} >= 0`),
  ],
);

export const eventSessions = pgTable(
  "event_sessions",
  {
    id: text().$type<`event_session_${string}`>().primaryKey(),
    eventId: text()
      .$type<`event_${string}`>()
      .notNull()
      .references(() => events.id),
    startsAt: instant().notNull(),
    salesOpenAt: instant().notNull(),
    salesCloseAt: instant().notNull(),
    cancelDeadlineAt: instant().notNull(),
    /** How many minutes before the start the doors open; null where that is not said. */
    doorsMinutesBefore: integer(),
    /** The start before the last change of which buyers were notified. */
    movedFromAt: instant(),
    /** When it was cancelled for good; null where it takes place. */
    cancelledAt: instant(),
    /** Why it was cancelled, in the words of the person who cancelled it; the buyers read it. */
    cancelReason: text(),
    /** KRW, one ticket of counted stock; of an event session with seats, each of which has its own price, the lowest. */
    priceKrw: krw().notNull(),
    /** Whether its tickets are numbered seats, each with a row of its own. */
    seated: boolean().notNull().default(false),
    /** Tells the drawing of its seats from every other; null where its seats were not made from a map. */
    drawingVersion: text(),
    /** Whether tickets are sold for the phone, and whether on paper. */
    mobileOffered: boolean().notNull().default(true),
    paperOffered: boolean().notNull().default(false),
    /** Until when paper can be ordered; null means three days before the start. */
    paperUntilAt: instant(),
    /** KRW, for the parcel of an order. */
    shippingFeeKrw: krw().notNull().default(3000),
    /** What a buyer pays for giving a ticket back, by the days that are left. */
    cancelFees: jsonb().$type<CancelFees>().notNull().default({ freeDays: 0, steps: [] }),
    /** Whether a ticket may be given to another person, and until when; null means until the start. */
    transferable: boolean().notNull().default(false),
    transferUntilAt: instant(),
    /** Which codes of mobile tickets let people in. */
    entryCodes: entryCodes().notNull().default("ANY"),
    /** Set by an operator who opens or closes sales by hand; null follows the two times. */
    salesOverride: salesOverride(),
    maxPerUser: integer().notNull(),
    /** Who gets what comes back after everything was taken (docs/spec/waitlist.md#release-policy). */
    releasePolicy: releasePolicy().notNull().default("AT_ONCE"),
    /** The announced times at which what came back goes on sale, ISO 8601 in UTC, the earliest first. */
    releaseTimes: jsonb().$type<readonly string[]>().notNull().default([]),
    /** How long an offer of the waiting list can be accepted. */
    offerMinutes: integer().notNull().default(720),
    queueAdmitLimit: integer().notNull(),
    queueAdmitRatePerSecond: integer().notNull(),
    queueMaxLength: integer().notNull(),
    /** An operator stopped letting people in: the queue keeps its places, and those who are in go on buying. */
    admissionPaused: boolean().notNull().default(false),
    createdAt: instantNow(),
    updatedAt: instantNow(),
  },
  (t) => [
    index().on(t.eventId, t.startsAt),
    index().on(t.startsAt, t.eventId),
    index().on(t.salesOpenAt, t.eventId),
    index().on(t.salesCloseAt),
    check("doors_before_start", sql`${t.doorsMinutesBefore} >= 0`),
    check("cancelled_with_reason", sql`(${t.cancelledAt} is null) = (${t.cancelReason} is null)`),
    check("price_not_negative", sql`${t.priceKrw} >= 0`),
    check("shipping_fee_not_negative", sql`${t.shippingFeeKrw} >= 0`),
    check("some_delivery_offered", sql`${t.mobileOffered} or ${t.paperOffered}`),
    check("sales_window", sql`${t.salesOpenAt} < ${t.salesCloseAt}`),
    check("max_per_user_positive", sql`${t.maxPerUser} > 0`),
    check("offer_minutes_positive", sql`${t.offerMinutes} > 0`),
  ],
);

/**
 * Stock as numbers, apart from the event session's row so that a rush locks nothing else. The holds
 * tell what is held and what is sold, so a payment changes no number here and never waits for this row.
 */
export const stock = pgTable(
  "stock",
  {
    eventSessionId: text()
      .$type<`event_session_${string}`>()
      .primaryKey()
      .references(() => eventSessions.id),
    total: integer().notNull(),
    /** Neither held nor sold. */
    remaining: integer().notNull(),
    /** Since when what remains is kept for the waiting list or the next announced time; null while it is on sale. */
    withheldAt: instant(),
    /** Rises with every change, so that a cache can keep the newest value. */
    version: bigint({ mode: "number" }).notNull().default(1),
  },
  (t) => [
    check("stock_remaining_not_negative", sql`${t.remaining} >= 0`),
    check("stock_remaining_within_total", sql`${t.remaining} <= ${t.total}`),
  ],
);
