import type { FakeToss } from "#server/testing/fake-toss.ts";
import { confirmPayment } from "../checkout/commands/confirm-payment.ts";
import { given } from "./given.ts";

/** A buyer of two tickets who has authorized the payment at Toss and comes back from there. */
export async function givenAuthorized(toss: FakeToss, { stock = 5 } = {}) {
  const { id: eventSessionId } = await given.saleOpen({ stock });
  const buyer = await given.person();
  const checkout = await given.checkout(buyer, eventSessionId, 2);
  const { orderId, amountKrw: amount } = checkout;
  const paymentKey = toss.authorize({ orderId, amount });
  return {
    ...checkout,
    ...{ buyer, amount, eventSessionId, paymentKey },
    /** Comes back with this authorization, or another. */
    confirm: (authorization = paymentKey) =>
      confirmPayment(buyer.ctx(), { orderId, paymentKey: authorization, amount }),
    authorizeAgain: () => toss.authorize({ orderId, amount }),
  };
}
