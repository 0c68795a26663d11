import type { RunnerFault } from "../job-runner/contract.ts";
import { runnerFault } from "../job-runner/queries.ts";
import { isStopping } from "../platform/concurrency/stopping.ts";
import { timedAnswer } from "../platform/concurrency/timed-answer.ts";
import { cronJobs, jobNames } from "../platform/jobs/job.ts";
import { anyone, role } from "../platform/operation/allow.ts";
import { defineQuery } from "../platform/operation/command.ts";
import type { AppContext } from "../platform/operation/context.ts";
import { platformErrors } from "../platform/operation/errors.ts";
import { NoInput } from "../platform/values/text.ts";
import { pausedDestinations } from "../transmissions/queries.ts";
import { findChanges, findRecorded } from "./changes.store.ts";
import { Alive, Health, HealthHistory } from "./contract.ts";
import type { HealthState } from "./machine.ts";
import { CHANGES_LISTED, SLOW_MS, worst } from "./policy.ts";
import { findFailingJobs, findMissedJobs, tryDatabase, tryRedis } from "./store.ts";

/** A store that has not answered after this time counts as down. */
const TIMEOUT_MS = 2000;

export const getHealth = defineQuery({
  id: "health.get-health",
  summary: "What works and how fast.",
  allow: anyone,
  input: NoInput,
  output: Health,
  run: measure,
});

export const getLive = defineQuery({
  id: "health.get-live",
  summary: "The process answers.",
  allow: anyone,
  input: NoInput,
  output: Alive,
  run: async () => ({ status: "HEALTHY" as const }),
});

export const getReady = defineQuery({
  id: "health.get-ready",
  summary:
    "The process can sell: Postgres and Redis do what a sale needs, and it does not stop. 503 otherwise.",
  allow: anyone,
  input: NoInput,
  output: Health,
  async run(ctx) {
    if (isStopping()) throw platformErrors.unavailable();
    const health = await measure(ctx);
    if (health.status === "CRITICAL" || health.status === "UNHEALTHY") throw platformErrors.unavailable();
    return health;
  },
});

export const getHistory = defineQuery({
  id: "health.get-history",
  summary: "How each part of the shop is, since when and why, and how that changed.",
  allow: role("ADMIN"),
  input: NoInput,
  output: HealthHistory,
  async run(ctx) {
    const [recorded, changes] = await Promise.all([findRecorded(ctx), findChanges(ctx, CHANGES_LISTED)]);
    return { recorded, changes };
  },
});

/**
 * What keeps jobs from their work. Each job is reported by its first cause: without a runner no job is missed, and a
 * failing job is not missed as well.
 */
export async function evaluateJobs(ctx: AppContext) {
  const [runner, failing, missed] = await Promise.all([
    runnerFault(ctx),
    findFailingJobs(ctx, [...jobNames]),
    findMissedJobs(ctx, cronJobs),
  ]);
  const isExplained = (job: string) => runner !== undefined || failing.some(({ name }) => name === job);
  return { runner, failing, missed: missed.filter((job) => !isExplained(job)) };
}

/** How every part is now, with the cause where one is not well. */
export async function measure(ctx: AppContext) {
  const judged = evaluateJobs(ctx);
  const [postgres, redis, jobServer, jobRegistration, jobs, external] = await Promise.all([
    check("CRITICAL", () => tryDatabase(ctx), true),
    checkRedis(ctx),
    check("DEGRADED", async () => requireRunner(await judged, "away")),
    check("DEGRADED", async () => requireRunner(await judged, "unknown")),
    check("DEGRADED", async () => {
      const { failing, missed } = await judged;
      requireNone([...failing.map(({ name }) => name), ...missed]);
    }),
    check("DEGRADED", async () => requireNone(await pausedDestinations(ctx))),
  ]);
  const checks = { postgres, redis, jobServer, jobRegistration, jobs, external };
  return { status: worst(Object.values(checks).map(({ status }) => status)), checks };
}

/** Only a Redis of which nothing answers is away: the rest of a cluster still lets people buy. */
async function checkRedis(ctx: AppContext): Promise<Measured> {
  let partly: string | undefined;
  const ask = async () => {
    partly = await tryRedis(ctx);
  };
  const measured = await check("UNHEALTHY", ask, true);
  return partly && measured.status === "HEALTHY"
    ? { ...measured, status: "DEGRADED", cause: partly }
    : measured;
}

/** Throws where the runner has this fault. A job runner that looks for no work leaves no cause: then the fault is named. */
function requireRunner(
  { runner }: Awaited<ReturnType<typeof evaluateJobs>>,
  fault: RunnerFault["fault"],
): void {
  if (runner?.fault === fault) throw new Error(runner.cause || fault);
}

function requireNone(names: readonly string[]): void {
  if (names.length > 0) throw new Error(names.join(", "));
}

/** How one part is. The cause is for operators; the public answer leaves it out. */
export interface Measured {
  readonly status: HealthState;
  readonly latencyMs: number;
  readonly cause: string | null;
}

/**
 * Asks one part. Only a store is worse for being slow: the other checks read Postgres, and what they find does not depend
 * on how fast it is read, so a shop under load would seem to have slow outside parties.
 */
async function check(whenDown: HealthState, ask: () => Promise<unknown>, isStore = false): Promise<Measured> {
  const { failure, waitedMs: latencyMs } = await timedAnswer(ask, TIMEOUT_MS);
  if (failure !== null) return { status: whenDown, latencyMs, cause: failure };
  if (!isStore || latencyMs <= SLOW_MS) return { status: "HEALTHY", latencyMs, cause: null };
  return { status: "DEGRADED", latencyMs, cause: `answered in ${Math.round(latencyMs)} ms` };
}
