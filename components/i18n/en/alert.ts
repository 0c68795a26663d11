import type { Translated } from "../catalogue.ts";
import type { alert as ko } from "../ko/alert.ts";

export const alert: Translated<typeof ko> = {
  title: "Alerts",
  lead: "What fires now. An alert ends by itself once its cause is gone; one that cannot is yours to end.",
  empty: { title: "Nothing fires", body: "A new alert shows up here the moment it fires." },
  count: "Raised {count, plural, one {# time} other {# times}}",
  since: "Since",
  last: "Latest",
  dead: "See what was given up",
  destination: "See its transmissions",
  latest: "See the latest",
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
    job_missed: { title: "A job did not run in time", body: "Job: {subject}" },
  },
};
