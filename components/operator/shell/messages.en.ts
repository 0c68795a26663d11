import type { Translated } from "#components/i18n/required.ts";
import type * as ko from "./messages.ko.ts";

export const admin: Translated<typeof ko.admin> = {
  navigation: "Operations",
  menu: "Menu",
  groups: {
    sales: "Sales",
    purchases: "Orders and payments",
    connections: "Connections",
    system: "System",
  },
  places: {
    now: "Now",
    events: "Events",
    orders: "Orders",
    payments: "Unknown payments",
    transmissions: "Transmissions",
    alerts: "Alerts",
    audit: "Audit log",
    refunds: "Refunds",
    integration: "Sellers",
    receiver: "Sandbox receiver",
  },
  find: {
    open: "Find anything",
    title: "Find anything",
    hint: "Enter an order number (7P8R-9S0T), a full ID or an e-mail address. The arrow keys move through the results.",
    label: "Order number, ID or e-mail address",
    searching: "Searching",
    found: "{count, plural, one {# result} other {# results}}",
    kinds: {
      order: "Order",
      payment: "Payment",
      refund: "Refund",
      hold: "Hold",
      ticket: "Ticket",
      person: "Person",
      event: "Event",
      eventSession: "Session",
      transmission: "Transmission",
      integrationSession: "Seller connection",
    },
  },
  firing: "{count, plural, one {# alert} other {# alerts}} without an owner",
  asOf: "As of {at}",
  live: "Live",
  stale: "No new data is coming in",
  denied: {
    title: "This page is for operators",
    body: "If you have an operator's account, log out and log in with it.",
    action: "See all events",
  },
};
