import type { Translated } from "../catalogue.ts";
import type { refund as ko } from "../ko/refund.ts";

export const refund: Translated<typeof ko> = {
  title: "Refunds",
  lead: "What payment companies have not given back yet. Please ask again for what was refused.",
  empty: { title: "No refund is open", body: "One that is asked for or refused shows up here." },
  asked: "Asked",
  since: "As it stands since",
  order: "Order {orderId}",
  code: "The payment company says: {code}",
  transmissions: "See its transmissions",
  askAgain: "Ask again",
  askAgainTitle: "Ask for this refund again?",
  askAgainBody: "The payment company is asked again to give {amount} back, and the buyer is told.",
  askedAgain: "The refund was asked for again.",
  reasons: {
    cancelled_by_buyer: "The buyer cancelled",
    cancelled_by_admin: "Our staff cancelled",
    sold_out_after_payment: "The payment came late, when the tickets had gone to others",
    sales_ended_after_payment: "The payment came late, when nothing was on sale",
    withdrawn_after_payment: "The payment came late, when the event had been taken off sale",
    limit_reached_after_payment: "The payment came late, when the buyer had as many tickets as one may have",
    order_had_failed: "The payment company took the money after it had said that it failed",
    other: "The order was not completed",
  },
};
