import type { RefundReasons, Translated } from "#components/i18n/required.ts";
import type * as ko from "./messages.ko.ts";

export const payment: Translated<typeof ko.payment> = {
  confirmed: {
    title: "You are going",
    lead: "{count, plural, one {# ticket is} other {# tickets are}} in your tickets.",
    charged: "You paid {amount}",
    seat: "Your tickets are issued",
    next: "Show the QR code in My tickets at the door",
    action: "See my tickets",
  },
  checking: {
    title: "Checking your payment",
    lead: "We are waiting for the payment company. You may close this page; we keep checking.",
    charged: "Not known yet. You will not be charged twice",
    seat: "Your tickets stay held until we know",
    seatGone: "Nothing is held for you just now. If you paid, you get the tickets or all of it back",
    next: "Please do not pay again. We also tell you by e-mail",
    nextOrPay: "If you paid, just wait. If you left before paying, you can go back and pay",
    pay: "Go back and pay",
    waited: "Checking for {elapsed}",
    action: "See my orders",
  },
  failed: {
    title: "Payment did not go through",
    lead: "The payment company declined it.",
    charged: "You were not charged",
    seatGone: "The tickets are back on sale",
    nextRejoin: "Join the queue again for what is left",
    rejoin: "Join the queue again",
  },
  declined: {
    title: "Your card was declined",
    lead: "The payment company did not accept this card. Your order is still open.",
    charged: "You were not charged",
    next: "Please pay with another card or method",
    action: "Pay with another card",
  },
  held: "Your tickets are held for <left></left>",
  expired: {
    title: "The time to pay is over",
    lead: "The payment was not finished in time, so the order ended.",
    charged: "You were not charged",
  },
  returned: {
    title: "You released these tickets",
    lead: "You gave them back before paying, so the order ended.",
    charged: "You were not charged",
  },
  refund: {
    seat: "You have no valid ticket",
    action: "See the order",
    asked: {
      title: "Refund requested",
      lead: "We have asked the payment company for your refund and are waiting for its answer.",
      charged: "We asked for {amount} back",
      next: "We tell you by e-mail when it is done",
    },
    done: {
      title: "Refunded",
      lead: "The payment company has refunded you.",
      charged: "{amount} is refunded; it may take a few days to show on your statement",
      next: "Returned tickets go back on sale",
    },
    refused: {
      title: "Refund refused",
      lead: "The payment company refused the refund. Our staff are looking into it.",
      charged: "{amount} has not come back yet",
      next: "Contact us with the order number and we ask for it again",
    },
  },
  cancelled: {
    title: "You left the payment",
    lead: "You came back from the payment page.",
    charged: "You were not charged",
    next: "You can carry on paying while the hold lasts",
    action: "Back to checkout",
  },
  window: {
    title: "Payment",
    left: "You closed the payment window",
    leftNext: "You were not charged, and your tickets are still held. You can pay while the hold lasts.",
    refused: "The payment did not go through",
    refusedNext:
      "You were not charged, and your tickets are still held. Please pay with another card or method.",
    askAgain: "Try again",
    payAgain: "Pay anew",
    seeResult: "See how it stands",
  },
  orderNumber: "Order number",
};

export const refundReason: RefundReasons = {
  cancelled_by_buyer: "The buyer cancelled",
  cancelled_by_admin: "Our staff cancelled",
  sold_out_after_payment: "The payment came late, when the tickets had gone to others",
  sales_ended_after_payment: "The payment came late, when nothing was on sale",
  withdrawn_after_payment: "The payment came late, when the event had been taken off sale",
  limit_reached_after_payment: "The payment came late, when the buyer had as many tickets as one may have",
  order_had_failed: "The payment company took the money after it had said that it failed",
  other: "The order was not completed",
};
