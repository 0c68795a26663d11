import { cronJob } from "../platform/jobs/job.ts";
import { expireSessions } from "./commands/expire-sessions.ts";
import { remindOfKeys } from "./jobs/remind-of-keys.ts";

/** Both functions run the same rule, so that one of them may be late. */
export const integrationJobs = [
  cronJob({ id: "integration.locks", cron: "* * * * *", retries: 2 }, (ctx) => expireSessions(ctx, {})),
  cronJob({ id: "integration.expire", cron: "* * * * *", retries: 2 }, async (ctx) => {
    await expireSessions(ctx, {});
    await remindOfKeys(ctx);
  }),
];
