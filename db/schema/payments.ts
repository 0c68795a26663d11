import { sql } from "drizzle-orm";
import { boolean, check, index, integer, pgEnum, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { paymentMachine, refundMachine } from "#server/payments/machine.ts";
import { orders } from "./orders.ts";
import { instant, instantNow, krw } from "./platform.ts";

export const paymentState = pgEnum("payment_state", paymentMachine.states);
export const paymentMethod = pgEnum("payment_method", ["CARD", "TRANSFER", "EASY_PAY"]);

export const payments = pgTable(
  "payments",
  {
    id: text().$type<`payment_${string}`>().primaryKey(),
    orderId: text()
      .$type<`order_${string}`>()
      .notNull()
      .unique()
      .references(() => orders.id),
    provider: text().notNull(),
    pgPaymentId: text().notNull().unique(),
    method: paymentMethod().notNull(),
    amountKrw: krw().notNull(),
    state: paymentState().notNull().default(paymentMachine.initial),
    /** Where the buyer pays, at the provider. */
    sessionUrl: text().notNull(),
    /** When the provider's window ends; a payment still processing then is asked for. */
    windowEndsAt: instant().notNull(),
    /** Since when it is unknown whether money moved. */
    unknownSince: instant(),
    /** When the provider may be asked again: the next try's time, or the end of the lease of who is asking. */
    settleAfter: instant(),
    /** What an operator decided of an unknown outcome; null once the provider has said it, too. */
    decidedAs: text({ enum: ["paid", "unpaid"] }),
    /** How often it was asked for. A worker's own number is its fencing token. */
    reconcileClaims: integer().notNull().default(0),
    createdAt: instantNow(),
    updatedAt: instantNow(),
  },
  (t) => [
    index("payments_unsettled").on(t.windowEndsAt).where(sql`state in ('pending', 'processing')`),
    index("payments_unknown").on(t.settleAfter).where(sql`unknown_since is not null`),
    index("payments_decided").on(t.settleAfter).where(sql`decided_as is not null`),
    index("payments_by_update").on(t.updatedAt),
    index().on(t.state, t.createdAt, t.id),
  ],
);

/**
 * What a provider is asked to do that moves money: to charge what a buyer authorized, or to give it back. Written before
 * it is asked, and open until its answer is known; its id names the request there, so that it counts once.
 */
export const paymentAttempts = pgTable(
  "payment_attempts",
  {
    id: text().$type<`attempt_${string}`>().primaryKey(),
    paymentId: text()
      .$type<`payment_${string}`>()
      .notNull()
      .references(() => payments.id),
    kind: text({ enum: ["charge", "refund"] }).notNull(),
    /** What the provider calls the buyer's authorization. */
    paymentKey: text().notNull(),
    /** The refund that it is a try of; null for a charge. */
    refundId: text().$type<`refund_${string}`>(),
    /** When the provider said that it is one of this very order's; null for a refund, and for an attempt that only failed. */
    authorizedAt: instant(),
    /** Null while it is not known. */
    outcome: text({ enum: ["done", "refused"] }),
    /** The provider's own word for why. */
    code: text(),
    createdAt: instantNow(),
    endedAt: instant(),
  },
  (t) => [
    uniqueIndex("one_open_charge").on(t.paymentId).where(sql`kind = 'charge' and outcome is null`),
    uniqueIndex("one_open_try_of_refund").on(t.refundId).where(sql`kind = 'refund' and outcome is null`),
    uniqueIndex("one_charge_per_authorization").on(t.paymentKey).where(sql`kind = 'charge'`),
    index().on(t.paymentId),
  ],
);

export const refundState = pgEnum("refund_state", refundMachine.states);

/** Money asked back from a provider, all of a payment or a part: it is refunded when all of it was given back. */
export const refunds = pgTable(
  "refunds",
  {
    id: text().$type<`refund_${string}`>().primaryKey(),
    paymentId: text()
      .$type<`payment_${string}`>()
      .notNull()
      .references(() => payments.id),
    amountKrw: krw().notNull(),
    /** What of it is for the parcel. */
    shippingFeeKrw: krw().notNull().default(0),
    /** What was kept of its tickets' prices, since their buyer gave them back late. */
    cancelFeeKrw: krw().notNull().default(0),
    state: refundState().notNull().default(refundMachine.initial),
    /** Why it was asked for: `cancelled_by_buyer`, `sold_out_after_payment`. */
    reason: text().notNull(),
    /** Why the provider refused it, in its own word. */
    code: text(),
    /** Which of its order's tickets it is for, the first being 1; null where it is for the whole order. */
    ticketNumbers: integer().array(),
    /** When an operator closed it, since the money went back another way, and why; null otherwise. */
    closedAt: instant(),
    closeNote: text(),
    createdAt: instantNow(),
    updatedAt: instantNow(),
  },
  (t) => [
    index().on(t.paymentId, t.createdAt),
    index().on(t.state, t.updatedAt, t.id),
    index().on(t.updatedAt, t.id),
    check("refund_amount_not_negative", sql`${t.amountKrw} >= 0`),
    check("refund_cancel_fee_not_negative", sql`${t.cancelFeeKrw} >= 0`),
    check("refund_shipping_fee_within_amount", sql`${t.shippingFeeKrw} between 0 and ${t.amountKrw}`),
  ],
);

/** Webhooks taken in, by their id: a second delivery has no effect, for ever. */
export const paymentCallbacks = pgTable("payment_callbacks", {
  webhookId: text().primaryKey(),
  pgPaymentId: text().notNull(),
  status: text().notNull(),
  /** What it came to: `confirmed`, `refund_asked`, `failed`, `unchanged`. */
  outcome: text().notNull(),
  receivedAt: instantNow(),
});

/** The sandbox provider's own books: what it was asked for and what its customer did. */
export const sandboxPayments = pgTable("sandbox_payments", {
  pgPaymentId: text().primaryKey(),
  orderId: text().notNull(),
  amountKrw: krw().notNull(),
  status: text({ enum: ["READY", "APPROVED", "DECLINED", "CLOSED", "REFUNDED"] })
    .notNull()
    .default("READY"),
  /** What the customer got back so far. */
  refundedKrw: krw().notNull().default(0),
  /** Whether the customer's bank will not take the money back when it is asked next. */
  refusesRefund: boolean().notNull().default(false),
  updatedAt: instantNow(),
});

/** What the sandbox provider was asked to give back, by the key that it counts once. */
export const sandboxRefunds = pgTable("sandbox_refunds", {
  key: text().primaryKey(),
  pgPaymentId: text()
    .notNull()
    .references(() => sandboxPayments.pgPaymentId),
  amountKrw: krw().notNull(),
  createdAt: instantNow(),
});
