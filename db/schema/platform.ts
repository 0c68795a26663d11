import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from "drizzle-orm/pg-core";

/** A moment: UTC in storage, `Date` in code. */
export const instant = () => timestamp({ withTimezone: true, precision: 3 });

/** Whole KRW, of one ticket or of a sum: no sum of a sale outgrows it. */
export const krw = () => bigint({ mode: "number" });

/** A moment that defaults to the database's now. */
export const instantNow = () => instant().notNull().default(sql`app_now()`);

/** Every transition of every machine: one row, written in the transaction of the transition. */
export const stateHistory = pgTable(
  "state_history",
  {
    seq: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    entity: text().notNull(),
    entityId: text().notNull(),
    fromState: text(),
    toState: text().notNull(),
    actorKind: text().notNull(),
    actorId: text(),
    reason: text(),
    metadata: jsonb().$type<Record<string, unknown>>(),
    traceId: text().notNull(),
    at: instantNow(),
  },
  (t) => [index().on(t.entity, t.entityId, t.seq)],
);

/** Every step of a trade and every admin act. Append-only: a trigger refuses UPDATE, DELETE and TRUNCATE. */
export const auditLog = pgTable(
  "audit_log",
  {
    seq: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    actorKind: text().notNull(),
    actorId: text(),
    action: text().notNull(),
    target: text(),
    outcome: text().notNull(),
    meta: jsonb().$type<Record<string, unknown>>(),
    traceId: text().notNull(),
    at: instantNow(),
  },
  (t) => [
    index().on(t.target, t.seq),
    index().on(t.at, t.seq),
    index().on(t.actorId, t.at, t.seq),
    index().on(t.action, t.at, t.seq),
    index().on(t.traceId),
  ],
);

/** Answers kept for replay, written in the transaction of their effect. */
export const idempotencyKeys = pgTable(
  "idempotency_keys",
  {
    /** `<user id>:<command id>`: a key belongs to user and endpoint. */
    scope: text().notNull(),
    key: text().notNull(),
    /** SHA-256 of the parsed input, in hex. */
    fingerprint: text().notNull(),
    outcome: text({ enum: ["ok", "refused"] }).notNull(),
    /** The answer as it was sent, so that a replay is the same byte for byte. */
    body: text().notNull(),
    createdAt: instantNow(),
    expiresAt: instant().notNull().default(sql`app_now() + interval '24 hours'`),
  },
  (t) => [
    primaryKey({ columns: [t.scope, t.key] }),
    index().on(t.expiresAt),
    check("idempotency_key_length", sql`length(${t.key}) between 1 and 255`),
  ],
);

/** The last outcome of each function. A function that an event starts has a row after its first failure. */
export const jobHeartbeats = pgTable("job_heartbeats", {
  name: text().primaryKey(),
  /** When it last ended well. */
  lastOkAt: instantNow(),
  /** How often in a row it has failed since. */
  failures: integer().notNull().default(0),
  /** What class of failure the last one was, and the trace that leads to it in the log. */
  lastFailure: text(),
});
