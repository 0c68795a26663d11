import type { RefundReasons, Translated } from "#components/i18n/required.ts";
import type * as ko from "./messages.ko.ts";

export const payment: Translated<typeof ko.payment> = {
  confirmed: {
    title: "Booking confirmed",
    lead: "{count, plural, one {# ticket is} other {# tickets are}} now in My tickets.",
    charged: "You paid {amount}",
    seat: "Your tickets are issued",
    next: {
      MOBILE: "Show the QR code in My tickets at the entrance",
      PAPER:
        "We tell you when your paper tickets are on their way. The QR codes in My tickets let you in too",
    },
    action: "See my tickets",
  },
  checking: {
    title: "Checking your payment",
    lead: "We are waiting for the payment company. You can close this page; we keep checking.",
    charged: "Not known yet. You will not be charged twice",
    seat: "Your tickets stay on hold until we know",
    seatGone: "Nothing is on hold for you right now. If you paid, you get the tickets or a full refund",
    next: "Please do not pay again. We will also e-mail you the result",
    nextOrPay: "If you paid, please wait. If you left before paying, you can go back and pay",
    pay: "Go back and pay",
    waited: "Checking for {elapsed}",
    action: "See my orders",
  },
  failed: {
    title: "Payment did not go through",
    lead: "The payment company declined it.",
    charged: "You were not charged",
    seatGone: "The tickets are back on sale",
    nextRejoin: "Book again to buy what is left",
    rejoin: "Book again",
  },
  declined: {
    title: "Your card was declined",
    lead: "The payment company did not accept this card. Your order is still open.",
    charged: "You were not charged",
    next: "Please pay with another card or method",
    action: "Pay with another card",
  },
  held: "Your tickets are on hold for <left></left>",
  expired: {
    title: "Time to pay has run out",
    lead: "The payment was not completed in time, so the order was closed.",
    charged: "You were not charged",
  },
  returned: {
    title: "You released these tickets",
    lead: "You released them before paying, so the order was closed.",
    charged: "You were not charged",
  },
  sessionCancelled: {
    title: "This event was cancelled",
    lead: "The organizer cancelled this date while you were paying.",
    charged: "{amount} is refunded in full automatically",
    next: "We will e-mail you when the refund is done",
    action: "View orders",
  },
  refund: {
    seat: "You have no valid tickets",
    action: "See the order",
    asked: {
      title: "Refund requested",
      lead: "We have requested your refund and are waiting for the payment company's response.",
      charged: "We requested a refund of {amount}",
      next: "We will e-mail you when it is done",
    },
    done: {
      title: "Refunded",
      lead: "The payment company has completed your refund.",
      charged: "{amount} was refunded; it may take a few days to appear on your statement",
      next: "Returned tickets go back on sale",
      nextElsewhere: "Take a look at other events",
    },
    refused: {
      title: "Refund declined",
      lead: "The payment company declined the refund. Our staff are looking into it.",
      charged: "{amount} has not been refunded yet",
      next: "Contact us with your order number and we will request it again",
    },
    closed: {
      title: "Refunded",
      lead: "The payment company declined the refund, so our staff paid you back another way.",
      charged: "{amount} was paid back another way",
      next: "If you have questions, contact us with your order number",
    },
    nothing: "There is nothing to pay back",
  },
  partRefund: {
    titles: {
      asked: "Refund requested for part of your order",
      done: "Part of your order was refunded",
      refused: "The refund of part of your order was declined",
      closed: "Part of your order was refunded",
    },
    lead: "{count, plural, one {Ticket {numbers} was} other {Tickets {numbers} were}} cancelled. The other {left, plural, one {ticket is} other {# tickets are}} still valid.",
    seat: "{count, plural, one {Ticket {numbers} is} other {Tickets {numbers} are}} valid and in My tickets",
    next: "Show the QR code of a valid ticket at the entrance",
  },
  cancelled: {
    title: "You left the payment page",
    lead: "You returned without paying.",
    charged: "You were not charged",
    next: "You can still pay while your tickets are on hold",
    action: "Back to checkout",
  },
  window: {
    title: "Payment",
    left: "You closed the payment window",
    leftNext: "You were not charged, and your tickets are still on hold. You can pay while the hold lasts.",
    refused: "Payment did not go through",
    refusedNext:
      "You were not charged, and your tickets are still on hold. Please pay with another card or method.",
    askAgain: "Check again",
    payAgain: "Pay again",
    seeResult: "See the payment result",
  },
  orderNumber: "Order number",
};

export const refundReason: RefundReasons = {
  cancelled_by_buyer: "Cancelled by the buyer",
  cancelled_by_admin: "Cancelled by our staff",
  cancelled_by_seller: "Cancelled by the seller",
  parcel_returned: "Paper tickets returned",
  parcel_lost: "Paper tickets lost",
  tickets_returned_by_admin: "Single tickets cancelled by our staff",
  event_cancelled: "Event cancelled",
  sold_out_after_payment: "The payment arrived late, after the tickets had sold out",
  sales_ended_after_payment: "The payment arrived late, when nothing was on sale",
  withdrawn_after_payment: "The payment arrived late, after the event was taken off sale",
  limit_reached_after_payment: "The payment arrived late, after the buyer had reached the ticket limit",
  order_had_failed: "The payment went through after the payment company had reported it as failed",
  other: "The order was not completed",
};
