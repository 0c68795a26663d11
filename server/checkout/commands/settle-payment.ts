import { freeHold, sellHold } from "../../holds/commands/end-hold.ts";
import { moveOrder } from "../../orders/commands/move-order.ts";
import { orderById } from "../../orders/queries.ts";
import type { LockedPayment } from "../../payments/commands/lock-payment.ts";
import { refundPayment, walkPayment } from "../../payments/commands/move-payment.ts";
import { paymentMachine } from "../../payments/machine.ts";
import type { Tx } from "../../platform/context.ts";
import { issueTickets } from "../../tickets/commands/issue-tickets.ts";
import { writeTransmissions } from "../../transmissions/commands/write-transmissions.ts";
import type { CallbackOutcome } from "../contract.ts";

/**
 * The buyer's money is at the provider: the order is confirmed where the tickets can still be had, else refunded and
 * failed. One outcome, however often and in whatever order it is told (SPEC 5). The payment's row is locked.
 */
export async function settleSuccess(tx: Tx, payment: LockedPayment): Promise<CallbackOutcome> {
  if (payment.state === "processing") return confirmOrRefund(tx, payment);
  // The provider said FAIL first and took the money all the same: the order is over, so the money goes back.
  if (payment.state !== "failed") return "unchanged";
  const paid = await walkPayment(tx, payment, ["pending", "processing", "completed"], "paid_after_failure");
  await refundPayment(tx, paid, "order_had_failed");
  return "refunded";
}

/** The provider took no money: order failed, stock back at once. Said after a success it changes nothing. */
export async function settleFailure(tx: Tx, payment: LockedPayment): Promise<CallbackOutcome> {
  if (!paymentMachine.allows(payment.state, "failed")) return "unchanged";
  await walkPayment(tx, payment, ["failed"], "payment_declined");
  const order = await moveOrder(tx, { orderId: payment.orderId, to: "failed", reason: "payment_declined" });
  await freeHold(tx, order.holdId, "payment_declined");
  return "failed";
}

async function confirmOrRefund(tx: Tx, payment: LockedPayment): Promise<CallbackOutcome> {
  const { orderId, amountKrw } = payment;
  const { holdId } = await orderById(tx, orderId);
  const sold = await sellHold(tx, holdId);
  const paid = await walkPayment(tx, payment, ["completed"], "paid");
  if (!sold) {
    await moveOrder(tx, { orderId, to: "failed", reason: "sold_out_after_payment" });
    await refundPayment(tx, paid, "sold_out_after_payment");
    return "refunded";
  }
  const order = await moveOrder(tx, { orderId, to: "confirmed", reason: "paid" });
  const { userId, eventSessionId: sessionId, quantity } = order;
  await issueTickets(tx, order);
  writeTransmissions(tx, [
    {
      destination: "data-platform",
      type: "OrderCompleted",
      aggregateId: orderId,
      payload: {
        orderId,
        userId,
        amount: amountKrw,
        items: [{ sessionId, quantity, price: amountKrw / quantity }],
      },
    },
  ]);
  return "confirmed";
}
