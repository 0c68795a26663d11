import { askRefundAgain } from "../payments/commands/ask-refund-again.ts";
import { closeRefund } from "../payments/commands/close-refund.ts";
import { PaymentCallback } from "../payments/contract.ts";
import { getPayment, undoneRefunds } from "../payments/queries.ts";
import { get, post } from "../platform/http/rest.ts";
import { signedWebhook } from "../platform/http/webhook.ts";
import { cancelOrder } from "./commands/cancel-order.ts";
import { checkOut } from "./commands/check-out.ts";
import { confirmPayment } from "./commands/confirm-payment.ts";
import { decidePayment } from "./commands/decide-payment.ts";
import { holdTickets } from "./commands/hold-tickets.ts";
import { refundOrder } from "./commands/refund-order.ts";
import { takePaymentCallback } from "./commands/take-payment-callback.ts";
import { takePaymentNotification } from "./commands/take-payment-notification.ts";
import { getOrder, getPurchase, myOrders, purchasesUnderWay } from "./queries.ts";

export const checkoutRoutes = [
  // A hold is made and read here, since the first asks the queue and the second the payments; the domain of holds, which
  // knows neither, has the route that gives one back.
  post("/reservations/hold", holdTickets),
  get("/reservations/hold/:holdId", getPurchase),
  post("/payments/checkout", checkOut),
  post("/payments/callback", takePaymentCallback, {
    status: 200,
    input: signedWebhook,
    body: PaymentCallback,
  }),
  post("/payments/confirm", confirmPayment, { status: 200 }),
  post("/payments/webhooks/toss", takePaymentNotification, { status: 200 }),
  get("/payments/:paymentId", getPayment),
  get("/me/purchases", purchasesUnderWay),
  get("/admin/refunds", undoneRefunds),
  post("/admin/refunds/:refundId/ask-again", askRefundAgain, { status: 200 }),
  post("/admin/refunds/:refundId/close", closeRefund, { status: 200 }),
  post("/admin/payments/:paymentId/decision", decidePayment, { status: 200 }),
  get("/me/orders", myOrders),
  get("/me/orders/:id", getOrder),
  post("/admin/orders/:id/refunds", refundOrder),
  post("/orders/:id/cancel", cancelOrder, { status: 200 }),
];
