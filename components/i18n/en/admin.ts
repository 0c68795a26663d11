import type { Translated } from "../catalogue.ts";
import type { ko } from "../ko.ts";

export const admin: Translated<typeof ko.admin> = {
  title: "Operations",
  navigation: "Operations",
  transmissions: "Transmissions",
  alerts: "Alerts",
  receiver: "Sandbox receiver",
  notAllowed: { title: "For operators only", body: "Log in with an operator's account." },
  alertList: {
    title: "Alerts firing now",
    none: "No alert is firing",
    noneBody: "If something goes wrong, it shows here at once.",
    count: "{count, plural, one {# time} other {# times}}",
    since: "since {at}",
    last: "last {ago}",
    kind: {
      wrong_amount: "Payment reported with a wrong amount",
      payments_failing: "Payments failing",
      transmission_dead: "Messages given up",
      transmissions_late: "Messages waiting too long",
      destination_paused: "Destination paused",
      job_missed: "Job not run in time",
    },
  },
};
