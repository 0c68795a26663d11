import type { Translated } from "#components/i18n/required.ts";
import type * as ko from "./messages.ko.ts";

export const ticket: Translated<typeof ko.ticket> = {
  title: "My tickets",
  upcoming: "Upcoming",
  past: "Past",
  empty: { title: "No tickets yet", body: "They appear here as soon as you buy some.", action: "See events" },
  status: { VALID: "Valid", USED: "Used", VOID: "Void" },
  admission: "Admit one",
  starts: "Date",
  venue: "Venue",
  seat: "Seat",
  noSeat: "General",
  number: "Ticket",
  order: "Order",
  ordinal: "{index, number} of {count, number}",
  qrLabel: "Entry QR code for {title}",
  showQr: "Enlarge QR",
  qrHint: "Turn your screen up and show this at the door.",
  usedAt: "Used {at}, {where}",
  usedAtOnly: "Used {at}",
  voided: "This ticket was cancelled and does not admit",
  receipt: "Receipt",
};
