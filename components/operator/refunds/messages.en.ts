import type { Translated } from "#components/i18n/required.ts";
import type * as ko from "./messages.ko.ts";

export const refund: Translated<typeof ko.refund> = {
  title: "Refunds",
  lead: "Refunds the payment company has not completed yet. Please request declined ones again.",
  empty: { title: "No open refunds", body: "Requested and declined refunds appear here." },
  asked: "Requested",
  list: "Refunds",
  amount: "Amount",
  order: "Order",
  state: "Status",
  undone: "Not completed",
  actions: "Actions",
  since: "Status since",
  code: "The payment company says: {code}",
  transmissions: "See its transmissions",
  askAgain: "Request again",
  askAgainTitle: "Request this refund again?",
  askAgainBody: "The payment company is asked again to refund {amount}, and the buyer is notified.",
  askedAgain: "The refund was requested again.",
};
