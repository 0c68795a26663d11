import type { Translated } from "#components/i18n/required.ts";
import type * as ko from "./messages.ko.ts";

export const alert: Translated<typeof ko.alert> = {
  title: "Alerts",
  lead: "Active alerts. An alert clears once its cause is gone; mark the others as handled. With an owner, no two operators work on the same one.",
  empty: { title: "No active alerts", body: "New alerts appear here as soon as they are raised." },
  count: "Raised {count, plural, one {# time} other {# times}}",
  since: "Since",
  last: "Latest",
  dead: "See undelivered transmissions",
  destination: "See its transmissions",
  latest: "See the latest",
  refunds: "See the refunds",
  health: "See the health",
  order: "Find the order",
  failedOrders: "See failed orders",
  payments: "See unknown payments",
  sale: "See the sale",
  sales: "See sales under way",
  end: "Mark as handled",
  acknowledge: {
    open: "Acknowledge",
    again: "Change owner or note",
    title: "Who looks after this alert?",
    body: "{alert}. The alert stays active until its cause is gone, but is no longer highlighted.",
    owner: "Owner",
    me: "Me ({email})",
    note: "Note",
    noteHint: "The cause, or how far you are. Other operators read it. Optional.",
    confirm: "Save",
    done: "The owner is saved",
    ownedBy: "Owner: {email}",
    by: "Acknowledged by {email}",
  },
  kinds: {
    wrong_amount: {
      title: "A payment amount does not match its order",
      body: "Payment {subject}: the order says {expected}, the callback {amount}. Nothing was changed.",
    },
    payment_differs: {
      title: "The payment company's records differ from ours",
      body: "Payment {subject}: we recorded {recorded}, the company reports {told}. Nothing was changed.",
    },
    provider_misconfigured: {
      title: "The payment company rejects our requests",
      body: "{subject}: {code}. Please check keys and settings. The alert clears with the next successful payment.",
    },
    decision_contradicted: {
      title: "The payment company contradicts an operator's decision",
      body: "Order {order}, {recorded}: decided {reason}, the company says {told}. Money that came bought the tickets or is being refunded. If there is no money, please look at the order.",
    },
    refund_refused: {
      title: "A refund was declined",
      body: "Order {order}: {recorded} was not refunded. The payment company says: {code}. You can request it again on the refunds page.",
    },
    payments_failing: {
      title: "Payments are failing",
      body: "The success rate was below 70% in the last five minutes. Declined payments and those left unfinished both count.",
    },
    holds_failing: {
      title: "Holds are failing over three times as often as usual",
      body: "{recent, number} in the last five minutes; usually {usual, number}.",
    },
    admissions_collapsed: {
      title: "Queue admissions have nearly stopped",
      body: "People are waiting, and fewer than a quarter of the usual number were admitted. Event session: {subject}",
    },
    transmission_dead: {
      title: "{destination}: undelivered transmissions",
      body: "They are no longer retried. The alert clears once all are resent or closed.",
    },
    transmissions_late: {
      title: "{destination}: transmissions are late",
      body: "Please check whether deliveries are running.",
    },
    destination_paused: {
      title: "{destination} is paused",
      body: "Deliveries failed repeatedly. Last reason: {reason}",
    },
    health_worse: {
      title:
        "{subject, select, DEGRADED {A part of the service is slow or down} UNHEALTHY {Logins and queues are down} other {Booking is down}}",
      body: "The health page says what fails and what to do. The alert clears once everything works again.",
    },
    job_server_away: {
      title: "The job server (Inngest) cannot be reached",
      body: "All background jobs have stopped. Reason: {cause}. Check that the server is running and that INNGEST_BASE_URL is right. The alert clears once it responds.",
    },
    job_app_unknown: {
      title: "The job server (Inngest) does not accept this app",
      body: "It responds, but does not run this app's jobs. Reason: {cause}. Check that app and server have the same INNGEST_SIGNING_KEY. The alert clears once the app is registered.",
    },
    job_driver_stalled: {
      title: "The job runner inside the app has stopped",
      body: "No process is picking up background jobs. Search the log for job-runner, and restart the app.",
    },
    job_failing: {
      title: "A job keeps failing",
      body: "Job {subject}: {failures, number} times in a row. Last reason: {cause}. Use the trace to find it in the log. The alert clears when the job succeeds.",
    },
    job_missed: {
      title: "A job was not started",
      body: "Job {subject}: the job runner is healthy, but this job has not finished on time. With an Inngest server, check that it reaches the app at INNGEST_SERVE_ORIGIN; if it does, restart the server.",
    },
  },
};
