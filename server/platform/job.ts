import { Cron } from "croner";
import { sql } from "drizzle-orm";
import { jobHeartbeats } from "#db/schema/platform.ts";
import { type AppContext, systemContext } from "./context.ts";
import { inngest } from "./inngest.ts";

interface CronJob {
  /** Its name in SPEC 7; history and audit name it as the actor. */
  readonly id: string;
  readonly cron: string;
  readonly retries: 0 | 1 | 2 | 3 | 4 | 5;
}

/** Every cron job of this process by its name, and how many seconds lie between its runs. */
export const cronJobs = new Map<string, number>();

/**
 * An Inngest function that a cron runs, one at a time. Its work is one step, safe to run twice; that it ended well is
 * written down, for whoever watches that it does (SPEC 9).
 */
export function cronJob({ id, cron, retries }: CronJob, work: (ctx: AppContext) => Promise<unknown>) {
  cronJobs.set(id, secondsBetweenRuns(cron));
  return inngest.createFunction({ id, retries, concurrency: 1, triggers: [{ cron }] }, ({ step }) =>
    step.run("work", async () => {
      const ctx = systemContext(id);
      const result = await work(ctx);
      await beat(ctx, id);
      return result;
    }),
  );
}

function secondsBetweenRuns(cron: string): number {
  const [first, second] = new Cron(cron, { timezone: "UTC" }).nextRuns(2);
  if (!first || !second) throw new Error(`the schedule "${cron}" does not repeat`);
  return (second.getTime() - first.getTime()) / 1000;
}

const beat = (ctx: AppContext, name: string) =>
  ctx.db
    .insert(jobHeartbeats)
    .values({ name })
    .onConflictDoUpdate({ target: jobHeartbeats.name, set: { lastOkAt: sql`app_now()` } });
