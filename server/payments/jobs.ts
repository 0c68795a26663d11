import { cronJob } from "../platform/job.ts";
import { judgeSuccess } from "./commands/judge-success.ts";

export const paymentJobs = [
  cronJob({ id: "alerts.evaluate", cron: "* * * * *", retries: 1 }, (ctx) => judgeSuccess(ctx)),
];
