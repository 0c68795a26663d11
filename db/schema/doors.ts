import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  text,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { users } from "./auth.ts";
import { eventSessions } from "./catalog.ts";
import { instant, instantNow } from "./platform.ts";
import { tickets } from "./tickets.ts";

export const scanDirection = pgEnum("scan_direction", ["IN", "OUT"]);
export const scanOutcome = pgEnum("scan_outcome", [
  "admitted",
  "reentered",
  "left",
  "used",
  "inside",
  "not_inside",
  "void",
  "replaced",
  "other_session",
  "forged",
  "unknown",
  "not_open",
  "over",
  "cancelled",
  "unconfirmed",
  "not_moving",
]);

const eventSessionId = () =>
  text()
    .$type<`event_session_${string}`>()
    .notNull()
    .references(() => eventSessions.id);

/** Links that open the door of one event session on devices without an account. */
export const doorLinks = pgTable(
  "door_links",
  {
    id: text().$type<`door_link_${string}`>().primaryKey(),
    eventSessionId: eventSessionId(),
    /** The entrance. */
    name: text().notNull(),
    /** SHA-256 of the secret in the link. */
    tokenHash: text().notNull(),
    /** On how many devices it opens. */
    devicesMax: integer().notNull(),
    createdById: text()
      .$type<`user_${string}`>()
      .notNull()
      .references(() => users.id),
    createdAt: instantNow(),
    revokedAt: instant(),
  },
  (t) => [
    uniqueIndex().on(t.tokenHash),
    index().on(t.eventSessionId, t.createdAt),
    check("door_link_devices", sql`${t.devicesMax} > 0`),
  ],
);

/** Devices that opened a door link. */
export const doorDevices = pgTable(
  "door_devices",
  {
    id: text().$type<`door_device_${string}`>().primaryKey(),
    doorLinkId: text()
      .$type<`door_link_${string}`>()
      .notNull()
      .references(() => doorLinks.id),
    /** Which device of its link it is, the first being 1. */
    number: integer().notNull(),
    /** SHA-256 of the secret in the device's cookie. */
    tokenHash: text().notNull(),
    openedAt: instantNow(),
  },
  (t) => [uniqueIndex().on(t.tokenHash), unique().on(t.doorLinkId, t.number)],
);

/** What the doors of an event session go by, where someone changed it. */
export const doorRules = pgTable("door_rules", {
  eventSessionId: eventSessionId().primaryKey(),
  /** Whether people who were scanned on the way out may come back. */
  reentry: boolean().notNull(),
});

/** Every scan of a ticket at a door of its event session. Append-only: which scan was the entry is computed from them. */
export const scans = pgTable(
  "scans",
  {
    seq: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    ticketId: text()
      .$type<`ticket_${string}`>()
      .notNull()
      .references(() => tickets.id),
    eventSessionId: eventSessionId(),
    /** Null where it was scanned with an account. */
    doorDeviceId: text()
      .$type<`door_device_${string}`>()
      .references(() => doorDevices.id),
    /** Names the scan on its device. */
    key: text(),
    entrance: text().notNull(),
    direction: scanDirection().notNull(),
    /** What the person at the door was told. */
    outcome: scanOutcome().notNull(),
    /** Whether the person was let through. */
    passed: boolean().notNull(),
    /** Whether the device decided by itself. */
    offline: boolean().notNull(),
    scannedAt: instant().notNull(),
    receivedAt: instantNow(),
  },
  (t) => [
    unique().on(t.doorDeviceId, t.key),
    index().on(t.ticketId, t.scannedAt),
    index().on(t.eventSessionId, t.seq),
  ],
);
