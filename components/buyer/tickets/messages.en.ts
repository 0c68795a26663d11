import type { Translated } from "#components/i18n/required.ts";
import type * as ko from "./messages.ko.ts";

export const ticket: Translated<typeof ko.ticket> = {
  title: "My tickets",
  upcoming: "Upcoming",
  past: "Past",
  empty: {
    title: "No tickets yet",
    body: "Your tickets will appear here once you book.",
    action: "See events",
  },
  unchecked: {
    offline: "You are offline. Last checked {at}",
    away: "Your tickets cannot be checked right now. Last checked {at}",
    body: "The QR codes still work. A ticket that was given away or cancelled since then does not admit you. This page checks again as soon as it can.",
  },
  noneKept: {
    title: "No tickets are saved on this device",
    body: "Your tickets appear as soon as you are online. Open My tickets once with a connection, and from then on you can see them without one.",
  },
  status: { VALID: "Valid", USED: "Used", VOID: "Void" },
  admission: "{count, plural, one {# ticket} other {# tickets}}",
  stack: "Tickets for {title}",
  starts: "Date",
  venue: "Venue",
  seat: "Seat",
  noSeat: "General admission",
  number: "Ticket",
  order: "Order",
  ordinal: "{index, number} of {count, number}",
  qrLabel: "Entry QR code for {title}",
  showQr: "Enlarge QR",
  qrHint: "Turn up your screen brightness and show this at the entrance.",
  moves: {
    ANY: "The QR code changes every 30 seconds.",
    ASK: "The QR code changes every 30 seconds. Screenshots and prints need a second look at the door.",
    MOVING:
      "The QR code changes every 30 seconds. Screenshots and prints are not accepted, so open this page at the door.",
  },
  wallet: {
    add: { APPLE: "Add to Apple Wallet", GOOGLE: "Add to Google Wallet" },
    stays: "If you give the ticket away or cancel it, the QR code in your wallet no longer admits anyone.",
    asked:
      "The QR code in a wallet does not change, so the door takes a second look. It stops working if you give the ticket away or cancel it.",
    moves:
      "The door takes QR codes that change every 30 seconds, so this ticket cannot be added to a phone wallet.",
  },
  notOnPaper: "This ticket cannot be used on paper. Open My tickets on your phone at the door.",
  usedAt: "Checked in {at}, {where}",
  usedAtOnly: "Checked in {at}",
  voided: "This ticket was cancelled and is not valid for entry",
  sessionCancelled: "This ticket no longer admits you. Your order shows the refund.",
  toOrder: "View order",
  refund: {
    asked: "A refund of {amount} was requested. We will e-mail you when it is done.",
    done: "{amount} has been refunded.",
    refused: "The payment company declined the refund of {amount}. Our staff are looking into it.",
    closed: "Our staff paid {amount} back another way.",
  },
  receipt: "Receipt",
};
