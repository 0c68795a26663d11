import { sql } from "drizzle-orm";
import { bigint, index, integer, pgEnum, pgTable, text } from "drizzle-orm/pg-core";
import { transmissionMachine } from "#server/transmissions/machine.ts";
import { instant, instantNow } from "./platform.ts";

export const transmissionState = pgEnum("transmission_state", transmissionMachine.states);
export const transmissionDestination = pgEnum("transmission_destination", [
  "data-platform",
  "events",
  "payment-provider",
  "email",
]);

export const transmissions = pgTable(
  "transmissions",
  {
    id: text().$type<`transmission_${string}`>().primaryKey(),
    /** The order they were written in: transmissions of one aggregate go out by it. */
    seq: bigint({ mode: "number" }).generatedAlwaysAsIdentity().unique(),
    destination: transmissionDestination().notNull(),
    /** `OrderCompleted`, `orders.updated`, `RefundRequested`. */
    type: text().notNull(),
    aggregateId: text().notNull(),
    /** The exact bytes of every try. */
    payload: text().notNull(),
    state: transmissionState().notNull().default(transmissionMachine.initial),
    retryCount: integer().notNull().default(0),
    nextAttemptAt: instantNow(),
    sentAt: instant(),
    lastError: text(),
    traceId: text().notNull(),
    createdAt: instantNow(),
  },
  (t) => [
    index("transmissions_due").on(t.nextAttemptAt, t.seq).where(sql`state in ('PENDING', 'FAILED')`),
    index("transmissions_unsent_of")
      .on(t.aggregateId, t.seq)
      .where(sql`state in ('PENDING', 'FAILED', 'DEAD')`),
  ],
);
