import type { Translated } from "#components/i18n/required.ts";
import type * as ko from "./messages.ko.ts";

export const waitlist: Translated<typeof ko.waitlist> = {
  title: "My waiting lists",
  lead: "When tickets for a sold-out event come back, we tell you in the order of the list.",
  empty: {
    title: "You are not waiting for anything",
    body: "Join the waiting list of a sold-out date, and you are among the first to be offered tickets that come back.",
  },
  browse: "Browse events",
  seats: "{count, plural, one {# ticket} other {# tickets}}",
  place: "Your place",
  placeOf: "No. {position, number}",
  placeNote:
    "Tickets go in order to the first person whose number fits. The fewer you wait for, the sooner it can be your turn.",
  until: "You can take them until {at}. After that they go to the next person.",
  left: "Time left",
  accept: "Take the tickets",
  acceptNote: "They are then held for you for 2 minutes, and you pay without queueing.",
  decline: "No, thanks",
  declineTitle: "Turn these tickets down?",
  declineBody: "They go to the next person at once. To wait again you join at the end of the list.",
  keep: "Go back",
  leave: "Leave the waiting list",
  leaveTitle: "Leave the waiting list?",
  leaveBody: "You lose your place. If you join again, you start at the end.",
  checkOut: "Go to payment",
  again: "Wait again",
  join: {
    title: "Join the waiting list",
    body: "Everything is sold. When someone cancels or does not pay, those tickets are offered to the waiting list first.",
    quantity: "Tickets to wait for",
    hint: "Up to {max, number} per person. You are offered them together.",
    action: "Join the waiting list",
    offer:
      "We tell you in the app and by e-mail when tickets come back. If you do not take them within {hours, plural, =0 {{minutes, number} minutes} one {# hour} other {# hours}}, they go to the next person.",
  },
  none: {
    title: "This date has no waiting list",
    body: "Tickets that come back are on sale again at once.",
    scheduled: "Tickets that come back are collected and go on sale at {at}.",
  },
  open: {
    title: "You can still get tickets",
    body: "Tickets can be had in the queue. Once everything is sold you can join the waiting list here.",
    action: "Book now",
  },
  closed: { title: "Sales are closed", body: "The waiting list has closed too.", action: "To the event" },
  ended: {
    ACCEPTED: "You took the tickets. Pay for them to complete your booking.",
    DECLINED: "You turned the tickets down, and they went to the next person.",
    LAPSED: "The time to take them ran out, and they went to the next person.",
    LEFT: "You left the waiting list.",
  },
  endReason: {
    sale_over:
      "Sales have closed, and so has the waiting list. We are sorry that no tickets came back for you.",
    session_cancelled: "The event was cancelled, so the waiting list has closed.",
    event_withdrawn: "The event was taken off sale, so the waiting list has closed.",
    limit_reached: "You have as many tickets as one person may have, so you are off the list.",
    account_erased: "This account was deleted.",
  },
};
