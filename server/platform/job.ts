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

/**
 * An Inngest function that a cron runs, one at a time. Its work is one step, safe to run twice; that it ended well is
 * written down, for whoever watches that it does (SPEC 9).
 */
export const cronJob = ({ id, cron, retries }: CronJob, work: (ctx: AppContext) => Promise<unknown>) =>
  inngest.createFunction({ id, retries, concurrency: 1, triggers: [{ cron }] }, ({ step }) =>
    step.run("work", async () => {
      const ctx = systemContext(id);
      const result = await work(ctx);
      await beat(ctx, id);
      return result;
    }),
  );

const beat = (ctx: AppContext, name: string) =>
  ctx.db
    .insert(jobHeartbeats)
    .values({ name })
    .onConflictDoUpdate({ target: jobHeartbeats.name, set: { lastOkAt: sql`app_now()` } });
