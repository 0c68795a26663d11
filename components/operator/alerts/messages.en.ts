import type { Translated } from "#components/i18n/required.ts";
import type * as ko from "./messages.ko.ts";

export const alert: Translated<typeof ko.alert> = {
  title: "Alerts",
  lead: "What fires now. An alert ends by itself once its cause is gone; one that cannot is yours to end.",
  empty: { title: "Nothing fires", body: "A new alert shows up here the moment it fires." },
  count: "Raised {count, plural, one {# time} other {# times}}",
  since: "Since",
  last: "Latest",
  dead: "See what was given up",
  destination: "See its transmissions",
  latest: "See the latest",
  refunds: "See the refunds",
  end: "Seen to: end it",
  kinds: {
    wrong_amount: {
      title: "A payment's amount is not the order's",
      body: "Payment {subject}: the order says {expected}, the callback {amount}. Nothing was changed.",
    },
    payment_differs: {
      title: "The payment company's records are not ours",
      body: "Payment {subject}: we have {recorded} paid, the company says {told}. Nothing was changed.",
    },
    provider_misconfigured: {
      title: "The payment company refuses our requests",
      body: "{subject}: {code}. Please check keys and settings. The alert ends with the next payment.",
    },
    refund_refused: {
      title: "A refund was refused",
      body: "Order {order}: {recorded} did not go back. The payment company says: {code}. Ask again from the refunds.",
    },
    payments_failing: {
      title: "Payments are failing",
      body: "Fewer than seven in ten went well in the last five minutes.",
    },
    holds_failing: {
      title: "Holds fail more than three times as often as usual",
      body: "{recent, number} in the last five minutes; usually {usual, number}.",
    },
    admissions_collapsed: {
      title: "A line has all but stopped",
      body: "People wait, and fewer than a quarter of the usual number were let in. Event session: {subject}",
    },
    transmission_dead: {
      title: "{destination}: something did not arrive",
      body: "It is not tried any more. The alert ends when all of it is sent again or closed.",
    },
    transmissions_late: {
      title: "{destination}: transmissions are late",
      body: "Please check whether deliveries are running.",
    },
    destination_paused: {
      title: "{destination} is paused",
      body: "It failed again and again. The last reason: {reason}",
    },
    job_server_away: {
      title: "The job server (Inngest) cannot be reached",
      body: "All background jobs stand still. Reason: {cause}. Check that the server runs and that INNGEST_BASE_URL is right. The alert ends once it answers.",
    },
    job_app_unknown: {
      title: "The job server (Inngest) does not accept this app",
      body: "It answers, but it does not run this app's jobs. Reason: {cause}. Check that app and server have the same INNGEST_SIGNING_KEY. The alert ends once the app is registered.",
    },
    job_driver_stalled: {
      title: "The job driver inside the app has stopped",
      body: "No process is looking for background jobs. Search the log for driver, and restart the app.",
    },
    job_failing: {
      title: "A job keeps failing",
      body: "Job {subject}: {failures, number} times in a row. Last reason: {cause}. The trace finds it in the log. The alert ends when the job succeeds.",
    },
    job_missed: {
      title: "A job was not started",
      body: "Job {subject}: whoever runs the jobs is well, but this one has not finished in time. With an Inngest server, check that it reaches the app at INNGEST_SERVE_ORIGIN; if it does, restart the server.",
    },
  },
};
