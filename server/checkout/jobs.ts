import { cronJob } from "../platform/job.ts";
import { settleDuePayments } from "./commands/settle-due-payments.ts";

export const checkoutJobs = [
  cronJob({ id: "payments.settle", cron: "* * * * *", retries: 2 }, (ctx) => settleDuePayments(ctx, {})),
];
