import { bigint, index, pgEnum, pgTable, text } from "drizzle-orm/pg-core";
import { healthMachine } from "#server/health/machine.ts";
import { instant, instantNow } from "./platform.ts";

export const healthState = pgEnum("health_state", healthMachine.states);

/** How each part of the shop is, and the shop as a whole, as far as it is recorded. */
export const healthChecks = pgTable("health_checks", {
  /** The name of the check, or `overall`. */
  name: text().primaryKey(),
  state: healthState().notNull().default(healthMachine.initial),
  /** Since when it has this state. */
  since: instantNow(),
  /** What the check said; null where it is well. */
  cause: text(),
  /** The state that was seen last. It is recorded only when it has lasted. */
  seen: healthState().notNull().default(healthMachine.initial),
  /** Since when what is seen is worse, or better, than what is recorded. */
  seenSince: instantNow(),
  lookedAt: instantNow(),
});

/** Each recorded change of a check's state, or of the shop's; deleted after their time (db/privacy/retention.ts). */
export const healthChanges = pgTable(
  "health_changes",
  {
    seq: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    name: text().notNull(),
    fromState: healthState().notNull(),
    toState: healthState().notNull(),
    cause: text(),
    at: instant().notNull(),
  },
  (t) => [index().on(t.at)],
);
