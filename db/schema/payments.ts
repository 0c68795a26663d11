import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgEnum, pgTable, text } from "drizzle-orm/pg-core";
import { paymentMachine } from "#server/payments/machine.ts";
import { orders } from "./orders.ts";
import { instant, instantNow } from "./platform.ts";

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
    amountKrw: integer().notNull(),
    state: paymentState().notNull().default(paymentMachine.initial),
    /** Where the buyer pays, at the provider. */
    sessionUrl: text().notNull(),
    /** When the provider's window ends; a payment still processing then is asked for. */
    windowEndsAt: instant().notNull(),
    /** Since when nobody knows whether money moved. */
    unknownSince: instant(),
    /** When the provider may be asked again: the next try's time, or the end of the lease of who is asking. */
    settleAfter: instant(),
    /** How often it was asked for. A worker's own number is its fencing token. */
    settleClaims: integer().notNull().default(0),
    /** The provider's last word, as it came. */
    rawPayload: jsonb().$type<Record<string, unknown>>(),
    createdAt: instantNow(),
    updatedAt: instantNow(),
  },
  (t) => [
    index("payments_unsettled").on(t.windowEndsAt).where(sql`state = 'processing'`),
    index("payments_by_update").on(t.updatedAt),
  ],
);

/** Webhooks taken in, by their id: a second delivery has no effect, for ever (SPEC 5). */
export const paymentCallbacks = pgTable("payment_callbacks", {
  webhookId: text().primaryKey(),
  pgPaymentId: text().notNull(),
  status: text().notNull(),
  /** What it came to: `confirmed`, `refunded`, `failed`, `unchanged`. */
  outcome: text().notNull(),
  receivedAt: instantNow(),
});
