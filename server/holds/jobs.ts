import { cronJob } from "../platform/jobs/job.ts";
import { expireDueHolds } from "./commands/expire-due-holds.ts";
import { mergeCounts } from "./counts.store.ts";

export const holdJobs = [
  cronJob({ id: "holds.expire", cron: "* * * * *", retries: 2 }, (ctx) => expireDueHolds(ctx, {})),
  cronJob({ id: "holds.merge-counts", cron: "* * * * *", retries: 1 }, mergeCounts),
];
