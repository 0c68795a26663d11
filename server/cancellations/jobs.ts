import { cronJob, eventJob } from "../platform/jobs/job.ts";
import { EVENT_SESSION_CANCELLED } from "./contract.ts";
import { refundOrders } from "./jobs/refund-orders.ts";

/** At once after a cancellation, and every minute for what was under way at that moment or was interrupted. */
export const cancellationJobs = [
  eventJob(
    { id: "cancellations.refund", retries: 4, concurrency: 1, events: [EVENT_SESSION_CANCELLED] },
    refundOrders,
  ),
  cronJob({ id: "cancellations.resume", cron: "* * * * *", retries: 1 }, refundOrders),
];
