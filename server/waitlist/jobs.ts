import { eventSessionId } from "../catalog/contract.ts";
import { STOCK_WITHHELD } from "../catalog/steps/move-stock.ts";
import { inTransaction } from "../platform/database/transaction.ts";
import { cronJob, eventJob } from "../platform/jobs/job.ts";
import { advanceDue } from "./jobs/advance-due.ts";
import { advanceWaitlist } from "./steps/advance-waitlist.ts";

/** Of the outbox: an event session was cancelled, and its list with it. */
const SESSION_CANCELLED = "event-sessions.cancelled";

/** At once when tickets come back, and every minute for what is due by time and what was left undone. */
export const waitlistJobs = [
  eventJob(
    { id: "waitlist.offer", retries: 2, concurrency: 5, events: [STOCK_WITHHELD, SESSION_CANCELLED] },
    async (ctx, { data }) => {
      const { data: id } = eventSessionId.safeParse(data.eventSessionId ?? data.sessionId);
      if (id) await inTransaction(ctx, (tx) => advanceWaitlist(tx, id));
    },
  ),
  cronJob({ id: "waitlist.advance", cron: "* * * * *", retries: 2 }, advanceDue),
];
