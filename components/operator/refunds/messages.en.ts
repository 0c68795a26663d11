import type { Translated } from "#components/i18n/required.ts";
import type * as ko from "./messages.ko.ts";

export const refund: Translated<typeof ko.refund> = {
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
};
