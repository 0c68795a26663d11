import type { Translated } from "../catalogue.ts";
import type { ticket as ko } from "../ko/ticket.ts";

export const ticket: Translated<typeof ko> = {
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
