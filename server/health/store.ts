import { and, gte, sql } from "drizzle-orm";
import { Cluster } from "ioredis";
import { jobHeartbeats } from "#db/schema/platform.ts";
import { inList, onlyRow } from "../platform/database/rows.ts";
import { explainError } from "../platform/logging/failure.ts";
import type { AppContext } from "../platform/operation/context.ts";
import { defineScript } from "../platform/redis/script.ts";
import { FAILURES_IN_A_ROW, MISSED_PERIODS } from "./policy.ts";

/** Does in Postgres what a sale does: a prepared statement in a transaction that may write. Throws where that fails. */
export const tryDatabase = (ctx: AppContext): Promise<void> =>
  ctx.db.transaction(async (tx) => {
    const { readOnly } = onlyRow(
      await tx.execute<{ readOnly: string }>(
        sql`select current_setting('transaction_read_only') as "readOnly", ${ctx.traceId}::text as asked`,
      ),
    );
    if (readOnly === "on") throw new Error("Postgres takes no writes: it is a standby, or set to read only");
  });

/** So many keys lie on every master of a cluster, as good as certainly. */
const CLUSTER_KEYS = 16;
const KEPT_SECONDS = 60;

/** KEYS any. ARGV a value, how long it is kept. */
const tryScript = defineScript<string>(
  "healthTry",
  1,
  `redis.call("SET", KEYS[1], ARGV[1], "EX", ARGV[2]) return redis.call("GET", KEYS[1])`,
);

/**
 * Does in Redis what the queue does: a script that writes a key. Throws where no key can be written.
 * @returns why some of a cluster's keys cannot; undefined where all can
 */
export async function tryRedis({ redis, traceId }: AppContext): Promise<string | undefined> {
  const count = redis instanceof Cluster ? CLUSTER_KEYS : 1;
  const tries = await Promise.allSettled(
    Array.from({ length: count }, (_, n) => tryScript(redis, `health:{try-${n}}`, traceId, KEPT_SECONDS)),
  );
  const failures = tries.flatMap((one) => (one.status === "rejected" ? [one.reason as unknown] : []));
  if (failures.length === count) throw failures[0];
  return failures.length === 0 ? undefined : `part of the cluster: ${explainError(failures[0])}`;
}

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
