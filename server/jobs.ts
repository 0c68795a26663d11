import { auditJobs } from "./audit/jobs.ts";
import { cancellationJobs } from "./cancellations/jobs.ts";
import { checkoutJobs } from "./checkout/jobs.ts";
import { forgetLinks } from "./credentials/jobs/forget-links.ts";
import { fulfillmentJobs } from "./fulfillment/jobs.ts";
import { eraseNames } from "./guests/jobs/erase-names.ts";
import { deleteChanges } from "./health/jobs/delete-changes.ts";
import { evaluateHolds } from "./holds/jobs/evaluate-holds.ts";
import { holdJobs } from "./holds/jobs.ts";
import { eraseTexts } from "./integration/jobs/erase-texts.ts";
import { integrationJobs } from "./integration/jobs.ts";
import { forgetMailboxes } from "./mail/jobs/forget-mailboxes.ts";
import { deleteOld } from "./notifications/jobs/delete-old.ts";
import { notificationJobs } from "./notifications/jobs.ts";
import { refunds } from "./payments/gateways/refunds.ts";
import { evaluateSuccess } from "./payments/jobs/evaluate-success.ts";
import { cronJob } from "./platform/jobs/job.ts";
import { purgeKeys } from "./platform/operation/idempotency.ts";
import { removeUnused } from "./posters/jobs/remove-unused.ts";
import { checkErased } from "./privacy/jobs/check-erased.ts";
import { webPush } from "./push/gateways/web-push.ts";
import { forgetEnded } from "./push/jobs/forget-ended.ts";
import { evaluateQueues } from "./queue/jobs/evaluate-queues.ts";
import { thinSamples } from "./sales/jobs/thin-samples.ts";
import { eraseOldAddresses } from "./shipping/jobs/erase-old-addresses.ts";
import { stateJobs } from "./states/jobs.ts";
import { alertWebhook } from "./transmissions/gateways/alert-webhook.ts";
import { dataPlatform } from "./transmissions/gateways/data-platform.ts";
import { email } from "./transmissions/gateways/email.ts";
import { events } from "./transmissions/gateways/events.ts";
import { eraseSent } from "./transmissions/jobs/erase-sent.ts";
import { transmissionJobs } from "./transmissions/jobs.ts";
import { waitlistJobs } from "./waitlist/jobs.ts";

/** Every Inngest function (docs/spec/outbox.md#jobs), and where transmissions go. */
export const jobs = [
  ...holdJobs,
  ...waitlistJobs,
  ...checkoutJobs,
  ...cancellationJobs,
  ...fulfillmentJobs,
  ...transmissionJobs({
    ...{ "data-platform": dataPlatform, email, events, "payment-provider": refunds },
    ...{ "alert-webhook": alertWebhook, push: webPush },
  }),
  ...notificationJobs,
  ...integrationJobs,
  ...auditJobs,
  ...stateJobs,
  cronJob({ id: "alerts.evaluate", cron: "* * * * *", retries: 1 }, async (ctx) => {
    await evaluateSuccess(ctx);
    await evaluateHolds(ctx);
    await evaluateQueues(ctx);
  }),
  cronJob({ id: "retention.purge", cron: "17 * * * *", retries: 2 }, async (ctx) => ({
    keys: await purgeKeys(ctx),
    transmissions: await eraseSent(ctx),
    samples: await thinSamples(ctx),
    posters: await removeUnused(ctx),
    mailboxes: await forgetMailboxes(ctx),
    links: await forgetLinks(ctx),
    pushSubscriptions: await forgetEnded(ctx),
    addresses: await eraseOldAddresses(ctx),
    texts: await eraseTexts(ctx),
    guestNames: await eraseNames(ctx),
    healthChanges: await deleteChanges(ctx),
    notifications: await deleteOld(ctx),
    mailsToErased: await checkErased(ctx),
  })),
];
