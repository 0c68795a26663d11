import { cronJob } from "../platform/jobs/job.ts";
import { reconcileDuePayments } from "./commands/reconcile-due-payments.ts";

export const checkoutJobs = [
  cronJob({ id: "payments.settle", cron: "* * * * *", retries: 2 }, (ctx) => reconcileDuePayments(ctx, {})),
];
