import type { Translated } from "#components/i18n/required.ts";
import type * as ko from "./messages.ko.ts";

export const notification: Translated<typeof ko.notification> = {
  title: "Notifications",
  lead: "News about your bookings, payments and events.",
  open: "Notifications, none unread",
  openUnread: "Notifications, {count, number} unread",
  openMany: "Notifications, {count, number} or more unread",
  many: "{count, number}+",
  unread: "Unread",
  readAll: "Mark all read",
  all: "See all notifications",
  more: "Show more",
  empty: { title: "No notifications yet", body: "When you book or pay, you can follow the progress here." },
  order: "Order {number}",
  left: "{remaining, number} of {total, number} left",
  change: "{from} → {to}",
  cancelUntil: "If you cannot come, you can cancel until {at} for a full refund",
  refunded: "Everything you paid is refunded",
  texts: {
    order: {
      processing: "Payment in progress",
      confirmed: "Booking confirmed",
      shipped: "Tickets shipped",
      delivered: "Order completed",
    },
    payment: { completed: "Payment complete", refunded: "Refund complete" },
    refund: {
      asked: "Refund requested from the payment company",
      refused: "The payment company declined the refund",
      done: "Partial refund complete",
    },
    inventory: {
      MID: "Less than half of the tickets are left",
      LOW: "Few tickets are left",
      SOLDOUT: "All tickets are taken",
    },
    event: {
      changed: "The event has changed",
      moved: "The event has moved to another time",
      cancelled: "The event was cancelled",
    },
  },
  departments: {
    admin: "Operations",
    inventory: "Inventory",
    logistics: "Logistics",
    fulfillment: "Fulfillment",
    finance: "Finance",
    procurement: "Procurement",
    marketing: "Marketing",
    alert: "Incident response",
  },
};
