import { cronJob } from "../platform/jobs/job.ts";
import { expireDueHolds } from "./commands/expire-due-holds.ts";

export const holdJobs = [
  cronJob({ id: "holds.expire", cron: "* * * * *", retries: 2 }, (ctx) => expireDueHolds(ctx, {})),
];
