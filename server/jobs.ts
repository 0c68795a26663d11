import { checkoutJobs } from "./checkout/jobs.ts";
import { judgeHolds } from "./holds/commands/judge-holds.ts";
import { holdJobs } from "./holds/jobs.ts";
import { integrationJobs } from "./integration/jobs.ts";
import { judgeLines } from "./line/commands/judge-lines.ts";
import { notificationJobs } from "./notifications/jobs.ts";
import { judgeSuccess } from "./payments/commands/judge-success.ts";
import { refunds } from "./payments/gateways/refunds.ts";
import { purgeKeys } from "./platform/idempotency.ts";
import { cronJob } from "./platform/job.ts";
import { eraseSent } from "./transmissions/commands/erase-sent.ts";
import { dataPlatform } from "./transmissions/gateways/data-platform.ts";
import { email } from "./transmissions/gateways/email.ts";
import { events } from "./transmissions/gateways/events.ts";
import { transmissionJobs } from "./transmissions/jobs.ts";

/** Every Inngest function (docs/spec/outbox.md#jobs), and where transmissions go. */
export const jobs = [
  ...holdJobs,
  ...checkoutJobs,
  ...transmissionJobs({ "data-platform": dataPlatform, email, events, "payment-provider": refunds }),
  ...notificationJobs,
  ...integrationJobs,
  cronJob({ id: "alerts.evaluate", cron: "* * * * *", retries: 1 }, async (ctx) => {
    await judgeSuccess(ctx);
    await judgeHolds(ctx);
    await judgeLines(ctx);
  }),
  cronJob({ id: "retention.purge", cron: "17 * * * *", retries: 2 }, async (ctx) => ({
    keys: await purgeKeys(ctx),
    transmissions: await eraseSent(ctx),
  })),
];
