import { termsOf } from "../../catalog/queries.ts";
import { extendHold } from "../../holds/commands/extend-hold.ts";
import { holdErrors } from "../../holds/errors.ts";
import { requireOwnHold, viewHold } from "../../holds/queries.ts";
import { createOrder } from "../../orders/commands/create-order.ts";
import { moveOrder } from "../../orders/commands/move-order.ts";
import { orderOfHold } from "../../orders/queries.ts";
import { openPayment } from "../../payments/commands/open-payment.ts";
import { paymentOfOrder } from "../../payments/queries.ts";
import { signedIn } from "../../platform/allow.ts";
import { defineCommand } from "../../platform/command.ts";
import type { Tx, UserActor } from "../../platform/context.ts";
import { CheckOut, CheckoutSession } from "../contract.ts";

/**
 * Goes with a live hold to the payment (SPEC 5): order and payment are made, the hold is extended once, and the amount
 * is computed here. A hold that is at its checkout already gives the same payment again, so a second tab or a second
 * click cannot pay twice. Throws `not_found`; `hold_ended` (409) when the hold is over.
 */
export const checkOut = defineCommand({
  id: "checkout.check-out",
  summary: "Order what is held and open the payment.",
  allow: signedIn,
  idempotent: true,
  input: CheckOut,
  output: CheckoutSession,
  refuses: [holdErrors.hold_ended],
  audit: ({ holdId, method }, session) => ({ target: session?.orderId, meta: { holdId, method } }),
  async run(tx, { holdId, method }) {
    const hold = await extendHold(tx, holdId);
    if (!hold) return openCheckout(tx, holdId);
    const { quantity, eventSessionId, expiresAt: windowEndsAt } = hold;
    const { priceKrw } = await termsOf(tx, eventSessionId);
    const amountKrw = priceKrw * quantity;
    const { userId } = tx.actor as UserActor;
    const order = await createOrder(tx, { userId, eventSessionId, holdId, quantity, amountKrw });
    const payment = await openPayment(tx, { orderId: order.id, amountKrw, method, windowEndsAt });
    await moveOrder(tx, { orderId: order.id, to: "processing", reason: "checkout" });
    return { orderId: order.id, paymentId: payment.id, paymentSessionUrl: payment.sessionUrl };
  },
});

/** The checkout that has this hold already, while its payment can still be made. */
async function openCheckout(tx: Tx, holdId: Parameters<typeof orderOfHold>[1]) {
  const hold = await viewHold(tx, await requireOwnHold(tx, holdId));
  const order = await orderOfHold(tx, holdId);
  const payment = order && (await paymentOfOrder(tx, order.id));
  if (hold.status !== "ACTIVE" || payment?.state !== "processing")
    throw holdErrors.hold_ended({ status: hold.status });
  return { orderId: payment.orderId, paymentId: payment.id, paymentSessionUrl: payment.sessionUrl };
}
