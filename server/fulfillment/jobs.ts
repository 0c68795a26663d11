import { cronJob } from "../platform/jobs/job.ts";
import { completeOrders } from "./jobs/complete-orders.ts";

export const fulfillmentJobs = [
  cronJob({ id: "orders.complete", cron: "*/5 * * * *", retries: 1 }, completeOrders),
];
