import type { Translated } from "../catalogue.ts";
import type { checkout as ko } from "../ko/checkout.ts";

export const checkout: Translated<typeof ko> = {
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
