import { bigint, boolean, index, integer, pgTable, text } from "drizzle-orm/pg-core";
import { instantNow, krw } from "./platform.ts";

/** The sandbox provider's own books: what it was asked for and what its customer did. */
export const sandboxPayments = pgTable("sandbox_payments", {
  pgPaymentId: text().primaryKey(),
  orderId: text().notNull(),
  amountKrw: krw().notNull(),
  status: text({ enum: ["READY", "APPROVED", "DECLINED", "CLOSED", "REFUNDED"] })
    .notNull()
    .default("READY"),
  /** Whether the customer's bank will not take the money back when it is asked next. */
  refusesRefund: boolean().notNull().default(false),
  updatedAt: instantNow(),
});

/** What the pretended marketplace knows of a vendor. */
export const sandboxVendors = pgTable("sandbox_vendors", {
  vendorId: text().primaryKey(),
  /** Of the codes that were sent; the codes themselves are nobody's but the seller's. */
  smsDigest: text(),
  emailDigest: text(),
  /** The integration sessions whose phone line and inbox the codes were sent to. */
  smsSessionId: text(),
  emailSessionId: text(),
  smsVerified: boolean().notNull().default(false),
  emailVerified: boolean().notNull().default(false),
  updatedAt: instantNow(),
});

/** How the sandbox's data platform behaves; one row. */
export const sandboxReceiver = pgTable("sandbox_receiver", {
  id: integer().primaryKey().default(1),
  mode: text().notNull(),
});

/** What came to the sandbox's data platform. */
export const sandboxReceived = pgTable(
  "sandbox_received",
  {
    seq: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    /** The transmission's id: the same again is a duplicate. */
    messageId: text().notNull(),
    type: text().notNull(),
    body: text().notNull(),
    /** How the receiver behaved to it. */
    mode: text().notNull(),
    /** Whether it took it in; what it refused it does not have. */
    taken: boolean().notNull(),
    /** Whether it had it already. */
    duplicate: boolean().notNull(),
    receivedAt: instantNow(),
  },
  (t) => [index().on(t.messageId)],
);
