import type { Translated } from "../catalogue.ts";
import type { alert as ko } from "../ko/alert.ts";

export const alert: Translated<typeof ko> = {
  title: "Alerts",
  lead: "What fires now. An alert ends by itself once its cause is gone.",
  empty: { title: "Nothing fires", body: "A new alert shows up here the moment it fires." },
  count: "Raised {count, plural, one {# time} other {# times}}",
  since: "Since",
  last: "Latest",
  dead: "See what was given up",
  destination: "See its transmissions",
  latest: "See the latest",
  kinds: {
    wrong_amount: {
      title: "A payment's amount is not the order's",
      body: "Payment {subject}: the order says {expected}, the callback {amount}. Nothing was changed.",
    },
    payments_failing: {
      title: "Payments are failing",
      body: "Fewer than seven in ten went well in the last five minutes.",
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
