import { sql } from "drizzle-orm";
import { bigint, boolean, index, integer, pgEnum, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { transmissionMachine } from "#server/transmissions/machine.ts";
import { instant, instantNow } from "./platform.ts";

export const transmissionState = pgEnum("transmission_state", transmissionMachine.states);
export const transmissionDestination = pgEnum("transmission_destination", [
  "data-platform",
  "events",
  "payment-provider",
  "email",
  "alert-webhook",
  "push",
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
    /** Failures since it was written or replayed. */
    retryCount: integer().notNull().default(0),
    /** When a worker may take it: the next try's time, or the end of the lease of the worker that has it. */
    nextAttemptAt: instantNow(),
    /** How often it was taken. A worker's own number is its fencing token: with a later one given out, it writes nothing. */
    claims: integer().notNull().default(0),
    /** Whether a worker has it, as far as is known: one that died never gave it back. */
    claimed: boolean().notNull().default(false),
    /** Whether its next try was asked for by hand. */
    replayed: boolean().notNull().default(false),
    sentAt: instant(),
    lastError: text(),
    /** Why it was closed by hand. */
    note: text(),
    traceId: text().notNull(),
    createdAt: instantNow(),
  },
  (t) => [
    index("transmissions_due")
      .on(t.destination, t.nextAttemptAt, t.seq)
      .where(sql`state in ('PENDING', 'FAILED')`),
    index("transmissions_unsent_of")
      .on(t.aggregateId, t.destination, t.seq)
      .where(sql`state in ('PENDING', 'FAILED', 'DEAD')`),
    index("transmissions_unsent").on(t.destination, t.seq).where(sql`state in ('PENDING', 'FAILED')`),
    index("transmissions_listed").on(t.state, t.destination, t.seq),
    index().on(t.aggregateId, t.seq),
    index().on(t.type, t.destination, t.seq),
    index("transmissions_sent").on(t.sentAt),
  ],
);

/** Every try of every transmission. */
export const transmissionAttempts = pgTable(
  "transmission_attempts",
  {
    transmissionId: text()
      .$type<`transmission_${string}`>()
      .notNull()
      .references(() => transmissions.id),
    /** The claim it was made under. */
    claim: integer().notNull(),
    byHand: boolean().notNull(),
    /** `sent`, or what went wrong: `timeout`, `network`, `status`, `blocked`, `permanent`, `lost`, `unknown`. */
    outcome: text().notNull(),
    status: integer(),
    error: text(),
    /** The first 2 KB of the answer. */
    response: text(),
    durationMs: integer().notNull(),
    endedAt: instantNow(),
  },
  (t) => [primaryKey({ columns: [t.transmissionId, t.claim] })],
);

/** The circuit breaker of each destination; one without a row is closed. */
export const transmissionCircuits = pgTable("transmission_circuits", {
  destination: transmissionDestination().primaryKey(),
  state: text({ enum: ["CLOSED", "OPEN", "HALF_OPEN"] })
    .notNull()
    .default("CLOSED"),
  /** Failures in a row. */
  failures: integer().notNull().default(0),
  /** When the next probe may go out. */
  probeAt: instant(),
  reason: text(),
  changedAt: instantNow(),
});
