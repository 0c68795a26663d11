import type { Translated } from "#components/i18n/required.ts";
import type * as ko from "./messages.ko.ts";

export const adminOrder: Translated<typeof ko.adminOrder> = {
  title: "Orders",
  lead: "Find an order, see everything that happened to it, and act on it.",
  list: "Orders",
  buyer: "Buyer",
  event: "Event",
  startsAt: "Starts",
  tickets: "Tickets",
  amount: "Amount",
  state: "Status",
  anyState: "All statuses",
  orderedAt: "Ordered",
  search: "Search",
  searchHint: "A full order, hold, payment or ticket ID, a payment company's ID, or an e-mail address",
  since: "Ordered from",
  until: "Ordered until",
  eventId: "Event ID",
  sessionId: "Session ID",
  count: "{count, plural, one {# ticket} other {# tickets}}",
  empty: { title: "No orders yet", body: "They appear here once sales begin." },
};
