import type { Translated } from "#components/i18n/required.ts";
import type * as ko from "./messages.ko.ts";

export const checkout: Translated<typeof ko.checkout> = {
  title: "Checkout",
  summary: "Your order",
  event: "Event",
  startsAt: "Date",
  venue: "Venue",
  seats: "Seats",
  quantity: "Quantity",
  count: "{count, plural, one {# ticket} other {# tickets}}",
  unitPrice: "Price each",
  total: "To pay",
  cancelPolicy: "Cancellation",
  cancelUntil: "Full refund until {at}. After that, it cannot be cancelled.",
  method: "Payment method",
  methods: { CARD: "Credit or debit card", TRANSFER: "Bank transfer", EASY_PAY: "Easy pay" },
  methodHints: {
    CARD: "Any card issued in Korea",
    TRANSFER: "Straight from your bank account",
    EASY_PAY: "One tap with a saved wallet",
  },
  pay: "Pay {amount}",
  declined: "Your card was declined",
  declinedNext:
    "You were not charged, and your tickets are still held. Please pay with another card or method.",
  redirectNote: "You go on to the payment company's secure page. We never see your card.",
};

export const holdOver: Translated<typeof ko.holdOver> = {
  confirming: {
    title: "Your payment is being confirmed",
    charged: "Not known yet. You will not be charged twice",
    seat: "Your tickets stay held until we know",
    next: "Please do not pay again, and wait for the result",
  },
  checking: {
    title: "The time is over, and we are checking your payment",
    charged: "Not known yet. If you paid late, you get the tickets or all of it back",
    seat: "Nothing is held for you just now",
    next: "Please do not pay again, and wait for the result",
  },
  paid: {
    title: "You have paid for this already",
    charged: "The payment is complete. There is nothing more to pay",
    seat: "Your tickets are issued",
    next: "The QR codes are in My tickets",
  },
  cancelled: {
    title: "This order was cancelled",
    charged: "We have asked for what you paid back",
    seat: "The tickets are void",
    next: "Your order says how far the refund is",
  },
  paid_late: {
    title: "The payment came too late for the tickets",
    charged: "We have asked for all that you paid back",
    seat: "No ticket was issued",
    next: "Your order says how far the refund is",
  },
  returned: {
    title: "You released these tickets",
    charged: "You were not charged",
    seat: "The tickets went back to others",
    next: "If any are left, join the queue again to buy them",
  },
  expired: {
    title: "The hold has ended",
    charged: "You were not charged",
    seat: "The tickets are back on sale",
    next: "If any are left, you can hold as many again",
  },
  payment_failed: {
    title: "The payment was declined",
    charged: "You were not charged",
    seat: "The tickets are back on sale",
    next: "Have another way to pay ready, and join the queue again",
  },
  sale_ended: {
    title: "Sales are over",
    charged: "You were not charged",
    seat: "Nothing is held for you any more, and nothing of this date is sold",
    next: "Have a look at the other dates",
  },
  withdrawn: {
    title: "This event was taken off sale",
    charged: "You were not charged",
    seat: "Nothing is held for you any more, and nothing of this event is sold",
    next: "Have a look at the other events",
  },
  actions: {
    browse: "See events",
    tickets: "See my tickets",
    order: "See the order",
    result: "See the result",
    event: "See other dates",
    holdAgain: "Hold {count, plural, one {# ticket} other {# tickets}} again",
    rejoin: "Join the queue again",
    rejoinNote:
      "Your turn was used, so you start at the end of the queue. We remember {count, plural, one {the # ticket} other {the # tickets}} you wanted.",
  },
};

export const purchaseBar: Translated<typeof ko.purchaseBar> = {
  left: "Time left",
  held: "{title}: {count, plural, one {# ticket is} other {# tickets are}} held for you",
  hurry: "Your tickets are about to be released",
  continue: "Carry on paying",
  confirming:
    "{title}: your payment for {count, plural, one {# ticket} other {# tickets}} is being confirmed",
  confirmingNote: "Please do not pay again. Your tickets stay held until we know.",
  seeResult: "See the result",
};

export const outlook: Translated<typeof ko.outlook> = {
  charged: "Payment",
  seat: "Tickets",
  next: "Next",
};
