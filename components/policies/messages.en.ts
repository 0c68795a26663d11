import type { Translated } from "#components/i18n/required.ts";
import type * as ko from "./messages.ko.ts";

export const refundPolicy: Translated<typeof ko.refundPolicy> = {
  title: "Cancellations and refunds",
  lead: "These rules apply unless an event's organizer sets others. The fees of each event are shown on its page and before you cancel.",
  how: "How to cancel",
  howBody:
    "Cancel under Orders. You see the amount you get back before you confirm. Usually you can cancel until {usual} on the day before the event, or until {saturday} if that day is a Saturday.",
  fees: "Cancellation fees",
  free: "Cancelling on the day you book is free. Within {days, number} days of booking it is also free while the event is at least {before, number} days away.",
  until: "Up to {days, plural, one {# day} other {# days}} before",
  example: "{fee} for a ticket of {price}",
  cancelled: "If the event is cancelled",
  cancelledBody: "If the organizer cancels the event, you get the full price back, without a fee.",
  money: "Where the money goes",
  moneyBody: "We refund the way you paid. Your card company or bank may take a few days.",
};
