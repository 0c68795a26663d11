import { cronJob } from "../platform/jobs/job.ts";
import { expirePhoneLines } from "./commands/expire-phone-lines.ts";
import { expireSessions } from "./commands/expire-sessions.ts";
import { remindOfKeys } from "./jobs/remind-of-keys.ts";

export const integrationJobs = [
  cronJob({ id: "integration.locks", cron: "* * * * *", retries: 2 }, (ctx) => expirePhoneLines(ctx, {})),
  cronJob({ id: "integration.expire", cron: "* * * * *", retries: 2 }, async (ctx) => {
    await expireSessions(ctx, {});
    await remindOfKeys(ctx);
  }),
];
