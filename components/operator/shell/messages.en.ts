import type { Translated } from "#components/i18n/required.ts";
import type * as ko from "./messages.ko.ts";

export const admin: Translated<typeof ko.admin> = {
  navigation: "Operations",
  events: "Events",
  transmissions: "Transmissions",
  alerts: "Alerts",
  refunds: "Refunds",
  integration: "Sellers",
  receiver: "Sandbox receiver",
  firing: "{count, plural, one {# active alert} other {# active alerts}}",
  asOf: "As of {at}",
  live: "Live",
  stale: "No new data is coming in",
  denied: {
    title: "This page is for operators",
    body: "If you have an operator's account, log out and log in with it.",
    action: "See all events",
  },
};
