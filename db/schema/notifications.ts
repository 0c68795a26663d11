import { sql } from "drizzle-orm";
import { boolean, index, integer, jsonb, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import { users } from "./auth.ts";
import { eventSessions } from "./catalog.ts";
import { instant, instantNow } from "./platform.ts";

/** A notification of a person or a department about a transition. */
export const notifications = pgTable(
  "notifications",
  {
    id: text().$type<`notification_${string}`>().primaryKey(),
    /** The event that caused it. An event that is delivered twice notifies once. */
    eventId: text().notNull(),
    /** `customer`, or the department. */
    recipient: text().notNull(),
    /** The person, where it is one. */
    userId: text()
      .$type<`user_${string}`>()
      .references(() => users.id),
    /** `order.confirmed`, `payment.refunded`, `inventory.LOW`. */
    kind: text().notNull(),
    params: jsonb().$type<Record<string, unknown>>().notNull(),
    /** When the person read it. Who of a department has read its notification is in `notification_reads`. */
    readAt: instant(),
    /** Whether the department's people still have to be told by e-mail. */
    mailDue: boolean().notNull().default(false),
    createdAt: instantNow(),
  },
  (t) => [
    unique().on(t.eventId, t.recipient),
    index("notifications_of_person").on(t.userId, t.createdAt, t.eventId),
    index("notifications_unread").on(t.userId).where(sql`read_at is null and user_id is not null`),
    index("notifications_mail_due").on(t.createdAt).where(sql`mail_due`),
    index("notifications_of_department").on(t.recipient, t.createdAt, t.eventId).where(sql`user_id is null`),
  ],
);

/** Who of the staff belongs to a department, and how they are told what it is told. */
export const departmentMembers = pgTable(
  "department_members",
  {
    department: text().notNull(),
    userId: text()
      .$type<`user_${string}`>()
      .notNull()
      .references(() => users.id),
    inApp: boolean().notNull().default(true),
    byEmail: boolean().notNull().default(false),
    /** A member reads what the department was told from then on. */
    joinedAt: instantNow(),
  },
  (t) => [primaryKey({ columns: [t.department, t.userId] }), index().on(t.userId)],
);

/** What a person has read of their departments' notifications, besides what `notification_marks` covers. */
export const notificationReads = pgTable(
  "notification_reads",
  {
    userId: text()
      .$type<`user_${string}`>()
      .notNull()
      .references(() => users.id),
    eventId: text().notNull(),
    readAt: instantNow(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.eventId] })],
);

/** Up to when a person has read everything of their departments. */
export const notificationMarks = pgTable("notification_marks", {
  userId: text()
    .$type<`user_${string}`>()
    .primaryKey()
    .references(() => users.id),
  readUpTo: instant().notNull(),
});

/** A person who wants to be told when sales of an event session open. */
export const openingWishes = pgTable(
  "opening_wishes",
  {
    eventSessionId: text()
      .$type<`event_session_${string}`>()
      .notNull()
      .references(() => eventSessions.id),
    userId: text()
      .$type<`user_${string}`>()
      .notNull()
      .references(() => users.id),
    createdAt: instantNow(),
  },
  (t) => [primaryKey({ columns: [t.eventSessionId, t.userId] }), index().on(t.userId)],
);

/** A person in a queue who wants to be told at their turn. */
export const turnWishes = pgTable(
  "turn_wishes",
  {
    eventSessionId: text()
      .$type<`event_session_${string}`>()
      .notNull()
      .references(() => eventSessions.id),
    userId: text()
      .$type<`user_${string}`>()
      .notNull()
      .references(() => users.id),
    /** The place in the queue. */
    number: integer().notNull(),
    createdAt: instantNow(),
  },
  (t) => [
    primaryKey({ columns: [t.eventSessionId, t.userId] }),
    index().on(t.userId),
    index("turn_wishes_in_order").on(t.eventSessionId, t.number),
  ],
);

/** How a person wants to be told of one sort of news, beside the app. Without a row it is by e-mail and on their browsers. */
export const noticeChoices = pgTable(
  "notice_choices",
  {
    userId: text()
      .$type<`user_${string}`>()
      .notNull()
      .references(() => users.id),
    notice: text().notNull(),
    byEmail: boolean().notNull(),
    byPush: boolean().notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.notice] })],
);
