import { sql } from "drizzle-orm";
import { index, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import { instant, instantNow } from "./platform.ts";

/** Events that were taken in, so that none is taken in twice. */
export const jobEvents = pgTable("job_events", { id: text().primaryKey(), receivedAt: instantNow() }, (t) => [
  index().on(t.receivedAt),
]);

/** Runs of Inngest functions that the embedded job runner executes. */
export const jobRuns = pgTable(
  "job_runs",
  {
    id: text().$type<`job_run_${string}`>().primaryKey(),
    functionId: text().notNull(),
    event: jsonb().$type<Record<string, unknown>>().notNull(),
    /** How often the run has failed. */
    attempt: integer().notNull().default(0),
    dueAt: instantNow(),
    /** When the run was last written, and `dueAt` with it: ahead of the clock where that was set back since. */
    savedAt: instantNow(),
    /** The fencing number of the runner that has it. */
    claims: integer().notNull().default(0),
    leasedUntil: instant(),
    endedAt: instant(),
    outcome: text({ enum: ["completed", "failed"] }),
    error: text(),
    createdAt: instantNow(),
  },
  (t) => [
    index("job_runs_due").on(t.dueAt).where(sql`ended_at is null`),
    index("job_runs_ended").on(t.endedAt),
  ],
);

/** When each cron function runs next. */
export const jobCrons = pgTable("job_crons", {
  functionId: text().primaryKey(),
  cron: text().notNull(),
  nextAt: instant().notNull(),
  /** When `nextAt` was found: ahead of the clock where that was set back since. */
  setAt: instantNow(),
});

/** The kinds of runner that run the functions, each with its state. */
export const jobRunners = pgTable("job_runners", {
  name: text({ enum: ["inngest", "embedded"] }).primaryKey(),
  /** When one of the app's processes last found that it works. */
  wellAt: instantNow(),
  /** What one of them found wrong since: it does not answer, or does not take this app's functions. */
  fault: text({ enum: ["away", "unknown"] }),
  cause: text(),
});
