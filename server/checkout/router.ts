import { mutation, query, router } from "../platform/http/trpc.ts";
import { askProvider } from "./commands/ask-provider.ts";
import { cancelOrder } from "./commands/cancel-order.ts";
import { checkOut } from "./commands/check-out.ts";
import { confirmPayment } from "./commands/confirm-payment.ts";
import { decidePayment } from "./commands/decide-payment.ts";
import { holdTickets } from "./commands/hold-tickets.ts";
import { refundOrder } from "./commands/refund-order.ts";
import { getOrder, getPurchase, myOrders, purchasesUnderWay } from "./queries.ts";

export const checkoutRouter = router({
  hold: mutation(holdTickets),
  checkOut: mutation(checkOut),
  confirmPayment: mutation(confirmPayment),
  cancel: mutation(cancelOrder),
  refund: mutation(refundOrder),
  askProvider: mutation(askProvider),
  decidePayment: mutation(decidePayment),
  myOrders: query(myOrders),
  order: query(getOrder),
  purchase: query(getPurchase),
  underWay: query(purchasesUnderWay),
});
