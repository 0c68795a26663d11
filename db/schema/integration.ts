import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  index,
  integer,
  pgEnum,
  pgSequence,
  pgTable,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { integrationSessionMachine } from "#server/integration/machine.ts";
import { users } from "./auth.ts";
import { instant, instantNow } from "./platform.ts";

const ended = sql.raw(
  integrationSessionMachine.states
    .filter((state) => integrationSessionMachine.isEnd(state))
    .map((state) => `'${state}'`)
    .join(", "),
);

export const integrationState = pgEnum("integration_state", integrationSessionMachine.states);

/** Numbers the sessions that ask for a phone line. */
export const integrationQueue = pgSequence("integration_queue");

/** One try of a seller to connect a marketplace account. */
export const integrationSessions = pgTable(
  "integration_sessions",
  {
    id: text().$type<`integration_session_${string}`>().primaryKey(),
    userId: text()
      .$type<`user_${string}`>()
      .notNull()
      .references(() => users.id),
    vendorId: text().notNull(),
    businessNumber: text(),
    companyName: text(),
    state: integrationState().notNull().default(integrationSessionMachine.initial),
    /** Its place in line: the order in which sessions asked for a phone line. */
    queueNumber: bigint({ mode: "number" }),
    /** Sealed; erased when the session ends. */
    smsCode: text(),
    emailCode: text(),
    endReason: text(),
    /** When a later session was given a phone line, because this seller was absent. */
    passedOverAt: instant(),
    lastActivityAt: instantNow(),
    completedAt: instant(),
    createdAt: instantNow(),
    updatedAt: instantNow(),
  },
  (t) => [
    uniqueIndex("one_running_session_per_person").on(t.userId).where(sql`state not in (${ended})`),
    uniqueIndex("one_running_session_per_vendor").on(t.vendorId).where(sql`state not in (${ended})`),
    index("integration_sessions_in_line").on(t.queueNumber).where(sql`state = 'WAITING_FOR_LOCK'`),
    index().on(t.lastActivityAt),
    index().on(t.state, t.createdAt, t.id),
    index().on(t.userId, t.createdAt),
  ],
);

/** A shared number and inbox to which a marketplace sends its codes. Its row is the lock: who is `holderId` has it. */
export const phoneLines = pgTable("phone_lines", {
  id: text().$type<`phone_line_${string}`>().primaryKey(),
  phoneNumber: text().notNull().unique(),
  inbox: text().notNull().unique(),
  active: boolean().notNull().default(true),
  holderId: text()
    .$type<`integration_session_${string}`>()
    .unique()
    .references(() => integrationSessions.id),
  /** Counts the grants: a holder's own number is its fencing token. */
  fencingToken: integer().notNull().default(0),
  lockedAt: instant(),
  lockExpiresAt: instant(),
  /** When the last holder's session ended, and from which state: a message may still be on its way to it. */
  releasedAt: instant(),
  releasedFrom: integrationState(),
});

/** What came to a phone line or an inbox, once; its digits are masked. */
export const integrationMessages = pgTable(
  "integration_messages",
  {
    seq: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    channel: text({ enum: ["sms", "email"] }).notNull(),
    messageId: text().notNull(),
    recipient: text().notNull(),
    sender: text().notNull(),
    textMasked: text().notNull(),
    /** The session that held the line at which it arrived; null for a free line. */
    integrationSessionId: text("session_id")
      .$type<`integration_session_${string}`>()
      .references(() => integrationSessions.id),
    outcome: text().notNull(),
    /** Why no session received it; null where one did. */
    reason: text(),
    /** When the marketplace's message reached the line, as the gateway says. */
    receivedAt: instant().notNull(),
    arrivedAt: instantNow(),
  },
  (t) => [uniqueIndex("one_message").on(t.channel, t.messageId), index().on(t.integrationSessionId)],
);

/** An account at a marketplace that a user has proved to be theirs. */
export const marketplaceAccounts = pgTable(
  "marketplace_accounts",
  {
    id: text().$type<`marketplace_account_${string}`>().primaryKey(),
    userId: text()
      .$type<`user_${string}`>()
      .notNull()
      .references(() => users.id),
    vendorId: text().notNull().unique(),
    companyName: text(),
    /** Sealed, where the seller has entered Open API keys. */
    accessKey: text(),
    secretKey: text(),
    keysExpireAt: instant(),
    /** The last of the reminders that was sent: how many days before the end it is for. */
    remindedDays: integer(),
    connectedAt: instantNow(),
    checkedAt: instantNow(),
  },
  (t) => [index().on(t.userId), index().on(t.keysExpireAt)],
);

/** What the pretended marketplace knows of a vendor. */
export const sandboxVendors = pgTable("sandbox_vendors", {
  vendorId: text().primaryKey(),
  /** A hash of each code that was sent, since only the seller may read a code. */
  smsDigest: text(),
  emailDigest: text(),
  /** The integration sessions whose phone line and inbox the codes were sent to. */
  smsSessionId: text(),
  emailSessionId: text(),
  smsVerified: boolean().notNull().default(false),
  emailVerified: boolean().notNull().default(false),
  updatedAt: instantNow(),
});
