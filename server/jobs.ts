import { checkoutJobs } from "./checkout/jobs.ts";
import { holdJobs } from "./holds/jobs.ts";
import { notificationJobs } from "./notifications/jobs.ts";
import { refunds } from "./payments/gateways/refunds.ts";
import { paymentJobs } from "./payments/jobs.ts";
import { purgeKeys } from "./platform/idempotency.ts";
import { cronJob } from "./platform/job.ts";
import { eraseSent } from "./transmissions/commands/erase-sent.ts";
import { dataPlatform } from "./transmissions/gateways/data-platform.ts";
import { email } from "./transmissions/gateways/email.ts";
import { events } from "./transmissions/gateways/events.ts";
import { transmissionJobs } from "./transmissions/jobs.ts";

/** Every Inngest function (SPEC 7), and where transmissions go. */
export const jobs = [
  ...holdJobs,
  ...checkoutJobs,
  ...paymentJobs,
  ...transmissionJobs({ "data-platform": dataPlatform, email, events, "payment-provider": refunds }),
  ...notificationJobs,
  cronJob({ id: "retention.purge", cron: "17 * * * *", retries: 2 }, async (ctx) => ({
    keys: await purgeKeys(ctx),
    transmissions: await eraseSent(ctx),
  })),
];
