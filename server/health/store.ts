import { and, gte, sql } from "drizzle-orm";
import { jobHeartbeats } from "#db/schema/platform.ts";
import { inList } from "../platform/database/rows.ts";
import type { AppContext } from "../platform/operation/context.ts";
import { FAILURES_IN_A_ROW, MISSED_PERIODS } from "./policy.ts";

/** Expects these jobs; those that are new are expected from now on. */
export const expectJobs = (ctx: AppContext, names: readonly string[]) =>
  ctx.db
    .insert(jobHeartbeats)
    .values(names.map((name) => ({ name })))
    .onConflictDoNothing();

/** A job that failed and has not succeeded since. */
export interface FailingJob {
  readonly name: string;
  readonly failures: number;
  readonly cause: string;
}

/** Jobs that failed so often in a row that another try will hardly succeed. */
export async function findFailingJobs(ctx: AppContext, names: readonly string[]): Promise<FailingJob[]> {
  const { name, failures, lastFailure } = jobHeartbeats;
  return ctx.db
    .select({ name, failures, cause: sql<string>`coalesce(${lastFailure}, '')` })
    .from(jobHeartbeats)
    .where(and(inList(name, names), gte(failures, FAILURES_IN_A_ROW)));
}

/** Of each job: how many seconds ago it last succeeded, and how often it has failed since. */
export const findJobAges = (ctx: AppContext) =>
  ctx.db
    .select({
      job: jobHeartbeats.name,
      seconds: sql<number>`extract(epoch from app_now() - ${jobHeartbeats.lastOkAt})::float`,
      failures: jobHeartbeats.failures,
    })
    .from(jobHeartbeats);

/**
 * Jobs that have not succeeded for three of their periods.
 * @param periods - by name: the seconds between two runs; jobs without a period no longer exist
 */
export async function findMissedJobs(
  ctx: AppContext,
  periods: ReadonlyMap<string, number>,
): Promise<string[]> {
  const rows = await ctx.db.execute<{ name: string }>(sql`
    select beat.name from job_heartbeats beat
    join json_each_text(${JSON.stringify(Object.fromEntries(periods))}::json) as job(name, seconds) using (name)
    where beat.last_ok_at < app_now() - make_interval(secs => ${MISSED_PERIODS} * job.seconds::float)`);
  return rows.map(({ name }) => name);
}
