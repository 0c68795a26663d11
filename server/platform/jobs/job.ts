import { Cron } from "croner";
import { sql } from "drizzle-orm";
import { jobHeartbeats } from "#db/schema/platform.ts";
import { neverAhead } from "../database/clock-steps.ts";
import { explainError, kindOfError } from "../logging/failure.ts";
import { counter, histogram } from "../metrics/registry.ts";
import { type AppContext, systemContext } from "../operation/context.ts";
import { beginSpan } from "../tracing/span.ts";
import { eventNameOf, inngest } from "./inngest.ts";

interface Job {
  /** History and audit name it as the actor. */
  readonly id: string;
  readonly retries: 0 | 1 | 2 | 3 | 4 | 5;
}

interface CronJob extends Job {
  readonly cron: string;
}

interface EventJob extends Job {
  readonly concurrency: number;
  readonly events: readonly string[];
}

/** An event that begins a job; the id makes it the same event however often it comes. */
export interface JobEvent {
  readonly id: string;
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Every cron job of this process by its name, and how many seconds lie between its runs. */
export const cronJobs = new Map<string, number>();

/** Every job of this process by its name. */
export const jobNames = new Set<string>();

const runs = counter({
  name: "job_runs_total",
  help: "Runs of jobs by this process.",
  labelNames: ["job", "outcome"],
});
const durations = histogram({
  name: "job_duration_seconds",
  help: "How long runs of jobs take.",
  labelNames: ["job"],
});

/** An Inngest function that a cron runs, one at a time. Its work is one step, safe to run twice. */
export function cronJob({ id, cron, retries }: CronJob, work: (ctx: AppContext) => Promise<unknown>) {
  cronJobs.set(id, secondsBetweenRuns(cron));
  jobNames.add(id);
  return inngest.createFunction({ id, retries, concurrency: 1, triggers: [{ cron }] }, ({ step }) =>
    step.run("work", () => carryOut(id, work, recordRun)),
  );
}

/** An Inngest function that events begin. Its work is one step, safe to run twice and side by side. */
export function eventJob(
  { id, retries, concurrency, events }: EventJob,
  work: (ctx: AppContext, event: JobEvent) => Promise<unknown>,
) {
  jobNames.add(id);
  const triggers = events.map((event) => ({ event: eventNameOf(event) }));
  return inngest.createFunction({ id, retries, concurrency, triggers }, ({ event, step }) => {
    const { id: eventId = "", data } = event;
    const name = events.find((known) => eventNameOf(known) === event.name) ?? event.name;
    return step.run("work", () =>
      carryOut(id, (ctx) => work(ctx, { id: eventId, name, data }), recordRecovery),
    );
  });
}

/**
 * Does a job's work and records its outcome for the health checks. The error that it throws goes to the job server, which
 * a third party may run. So the error has the failure's class and the trace that leads to the log, and never the text of
 * a statement or its parameters.
 */
async function carryOut(
  id: string,
  work: (ctx: AppContext) => Promise<unknown>,
  recordSuccess: (ctx: AppContext, id: string) => Promise<unknown>,
): Promise<unknown> {
  const ctx = systemContext(id);
  const span = beginSpan(`job ${id}`, "internal", ctx);
  const end = durations.startTimer({ job: id });
  try {
    const result = await work(ctx).finally(end);
    await recordSuccess(ctx, id);
    runs.inc({ job: id, outcome: "ok" });
    span?.end("ok");
    return result;
  } catch (error) {
    runs.inc({ job: id, outcome: "failed" });
    span?.end("error");
    ctx.log.error({ action: "job", target: id, traceId: ctx.traceId, outcome: "failed", err: error });
    const failure = `${kindOfError(error)} (trace ${ctx.traceId})`;
    await recordFailure(ctx, id, failure).catch((unwritten: unknown) =>
      ctx.log.warn({ action: "job", target: id, traceId: ctx.traceId, outcome: explainError(unwritten) }),
    );
    throw new Error(failure);
  }
}

function secondsBetweenRuns(cron: string): number {
  const [first, second] = new Cron(cron, { timezone: "UTC" }).nextRuns(2);
  if (!first || !second) throw new Error(`the schedule "${cron}" does not repeat`);
  return (second.getTime() - first.getTime()) / 1000;
}

const recordRun = (ctx: AppContext, name: string) =>
  ctx.db
    .insert(jobHeartbeats)
    .values({ name })
    .onConflictDoUpdate({
      target: jobHeartbeats.name,
      set: { lastOkAt: sql`app_now()`, failures: 0, lastFailure: null },
    });

/** Many of them run side by side: only the first that ends well after a failure writes. */
const recordRecovery = (ctx: AppContext, name: string) =>
  ctx.db
    .update(jobHeartbeats)
    .set({ lastOkAt: sql`app_now()`, failures: 0, lastFailure: null })
    .where(sql`${jobHeartbeats.name} = ${name} and ${jobHeartbeats.failures} > 0`);

const recordFailure = (ctx: AppContext, name: string, lastFailure: string) =>
  ctx.db
    .insert(jobHeartbeats)
    .values({ name, failures: 1, lastFailure })
    .onConflictDoUpdate({
      target: jobHeartbeats.name,
      set: { failures: sql`${jobHeartbeats.failures} + 1`, lastFailure },
    });

neverAhead(jobHeartbeats.lastOkAt, 0);
