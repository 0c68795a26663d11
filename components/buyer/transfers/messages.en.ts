import type { Translated } from "#components/i18n/required.ts";
import type * as ko from "./messages.ko.ts";

export const transfer: Translated<typeof ko.transfer> = {
  title: "Accept a ticket",
  starts: "Date",
  venue: "Venue",
  seat: "Seat",
  noSeat: "General admission",
  open: "You can accept it until {at}. You then get a new QR code, and the sender's admits no one. It counts toward your ticket limit.",
  accept: "Accept the ticket",
  toTickets: "See my tickets",
  own: {
    title: "You offered this ticket",
    body: "Send the link to the person who should have it. You can take it back in My tickets.",
  },
  accepted: { title: "The ticket is yours", body: "Its new QR code is in My tickets." },
  over: {
    title: "This ticket cannot be accepted now",
    body: "Someone has accepted it, the sender took it back, or the link has expired. Please ask the sender for a new link.",
  },
  noLink: { title: "Please check the link", body: "Part of it may be missing. Open the whole link again." },
};

export const giveAway: Translated<typeof ko.giveAway> = {
  open: "Give to someone else",
  title: "Give this ticket to someone else?",
  body: "Once the person with the link has logged in and accepted, your QR code admits no one. If there is a refund, it goes to the person who paid. The ticket goes on counting toward your limit.",
  make: "Create a link",
  link: "Link to send",
  share: "Share the link",
  once: "The link works once, until {at}. Send it only to the person who should have the ticket.",
  offered: "You are offering this ticket. It can be accepted until {at}.",
  back: "Take it back",
  takenBack: "You took it back. The ticket is yours as before.",
  received: "Received",
};
