import { sql } from "drizzle-orm";
import { bigint, boolean, check, index, integer, pgEnum, pgTable, text, unique } from "drizzle-orm/pg-core";
import { users } from "./auth.ts";
import { eventSessions } from "./catalog.ts";
import { doorDevices, scanDirection } from "./doors.ts";
import { instant, instantNow } from "./platform.ts";

export const arrivalOutcome = pgEnum("arrival_outcome", [
  "admitted",
  "left",
  "guest_full",
  "guest_out",
  "guest_unlisted",
  "not_open",
  "over",
  "cancelled",
]);

const eventSessionId = () =>
  text()
    .$type<`event_session_${string}`>()
    .notNull()
    .references(() => eventSessions.id);

/** The guest list of an event session. Its row is locked by what changes the list or lets a guest in. */
export const guestLists = pgTable("guest_lists", {
  eventSessionId: eventSessionId().primaryKey(),
  /** Rises with each change, so that a door knows what is new to it. */
  revision: bigint({ mode: "number" }).notNull(),
});

/** People who are let in by name. They take no stock and have no tickets. */
export const guests = pgTable(
  "guests",
  {
    id: text().$type<`guest_${string}`>().primaryKey(),
    eventSessionId: eventSessionId(),
    /** Empty once it is erased. */
    name: text().notNull(),
    note: text(),
    /** How many come under this name. */
    people: integer().notNull(),
    /** How many of them have come, by all of their arrivals. */
    came: integer().notNull().default(0),
    /** How many of those are outside at the moment. */
    outside: integer().notNull().default(0),
    /** The revision of the list at which it last changed. */
    revision: bigint({ mode: "number" }).notNull(),
    createdById: text()
      .$type<`user_${string}`>()
      .notNull()
      .references(() => users.id),
    createdAt: instantNow(),
    revokedAt: instant(),
  },
  (t) => [
    index().on(t.eventSessionId, t.revision),
    check("guest_people", sql`${t.people} > 0 and ${t.came} >= 0 and ${t.outside} between 0 and ${t.came}`),
  ],
);

/** Every arrival of guests at a door. Append-only: how many came is computed from them. */
export const guestArrivals = pgTable(
  "guest_arrivals",
  {
    seq: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    guestId: text()
      .$type<`guest_${string}`>()
      .notNull()
      .references(() => guests.id),
    eventSessionId: eventSessionId(),
    doorDeviceId: text()
      .$type<`door_device_${string}`>()
      .notNull()
      .references(() => doorDevices.id),
    /** Names the arrival on its device. */
    key: text().notNull(),
    entrance: text().notNull(),
    direction: scanDirection().notNull(),
    people: integer().notNull(),
    /** What the person at the door was told. */
    outcome: arrivalOutcome().notNull(),
    /** Whether they were let through. */
    passed: boolean().notNull(),
    /** Whether the device decided by itself. */
    offline: boolean().notNull(),
    arrivedAt: instant().notNull(),
    receivedAt: instantNow(),
  },
  (t) => [
    unique().on(t.doorDeviceId, t.key),
    index().on(t.guestId, t.arrivedAt),
    index().on(t.eventSessionId),
    check("arrival_people", sql`${t.people} > 0`),
  ],
);
