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
  close: "Close by hand",
  closeTitle: "Close the refund of {amount} for order {order} by hand?",
  closeBody: "Only where the money went back another way. The payment company is not asked again.",
  closeNote: "How the money went back",
  closeNoteHint:
    "So that it can be checked, such as the date of a bank transfer. It is kept in the audit log.",
  closed: "The refund was closed.",
  closedByHand: "Paid back another way and closed by hand.",
  askedAgain: "The refund was requested again.",
};
