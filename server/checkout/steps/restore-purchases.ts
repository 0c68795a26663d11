import type { HoldId } from "../../holds/contract.ts";
import { holdAgain } from "../../holds/steps/hold-again.ts";
import { sellHolds } from "../../holds/steps/sell-holds.ts";
import { orderMachine } from "../../orders/machine.ts";
import { createOrders } from "../../orders/steps/create-orders.ts";
import { transitionOrders } from "../../orders/steps/transition-orders.ts";
import { type OrderRow, replaceOrder } from "../../orders/store.ts";
import type { PaymentState } from "../../payments/machine.ts";
import { askRefunds } from "../../payments/steps/ask-refunds.ts";
import { transitionPayments } from "../../payments/steps/transition-payments.ts";
import { assignPayment } from "../../payments/store.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { AppError } from "../../platform/operation/errors.ts";
import { moveAddress } from "../../shipping/addresses.store.ts";
import { createShippings } from "../../shipping/steps/create-shippings.ts";
import { issueTickets } from "../../tickets/steps/issue-tickets.ts";
import { writeTransmissions } from "../../transmissions/steps/write-transmissions.ts";
import { refundReasonOf } from "../policy.ts";
import { orderCompleted, type Purchase, tracePurchases } from "./transition-purchases.ts";

/**
 * The buyers' money came after their orders had ended unpaid. Where every rule of a new hold allows it, the tickets are
 * bought with a new order that replaces the ended one; else the money goes back.
 * @returns the purchases that got their tickets
 */
export async function restoreOrRefund(tx: Tx, purchases: readonly Purchase[]): Promise<Set<Purchase>> {
  const restored = new Set<Purchase>();
  // One after another, so that each sees what the ones before it took. They are sorted by event session, so that two
  // transactions never wait for each other's stock.
  const inOrder = [...purchases].sort((a, b) => (a.order.eventSessionId < b.order.eventSessionId ? -1 : 1));
  for (const purchase of inOrder) {
    await completeLate(tx, purchase);
    const holdId = await holdAgain(tx, purchase.order.holdId);
    if (holdId instanceof AppError)
      await askRefunds(tx, [{ ...purchase.payment, by: purchase.by }], refundReasonOf(holdId));
    else {
      await restore(tx, purchase, holdId);
      restored.add(purchase);
    }
  }
  return restored;
}

/** Completes a payment whose money is at the provider, from any state. */
async function completeLate(tx: Tx, { payment, order, by }: Purchase): Promise<void> {
  const path: PaymentState[] = payment.state === "failed" ? ["pending", "processing"] : [];
  if (payment.state === "pending") path.push("processing");
  await transitionPayments(tx, [{ ...payment, by }], [...path, "completed"], "paid_after_end");
  if (!orderMachine.isEnd(order.state))
    await transitionOrders(tx, [{ id: order.id, by }], "failed", "hold_expired");
}

/** The tickets of a new hold are bought with an order that takes over the payment. */
async function restore(tx: Tx, { payment, order, by }: Purchase, holdId: HoldId): Promise<void> {
  const { userId, eventSessionId, quantity, amountKrw, delivery, shippingFeeKrw } = order;
  const origin = { actor: by.actor, traceId: order.traceId };
  const bought = { userId, eventSessionId, holdId, quantity, amountKrw, delivery, shippingFeeKrw };
  const [id] = await createOrders(tx, [{ ...bought, by: origin }]);
  const renewed: OrderRow = { ...order, id, holdId };
  await moveAddress(tx, order.id, id);
  await transitionOrders(tx, [{ id, by }], "processing", "paid_after_end");
  await assignPayment(tx, payment.id, id);
  await replaceOrder(tx, order.id, id);
  const seats = (await sellHolds(tx, [{ id: holdId, by }])).get(holdId) ?? [];
  await transitionOrders(tx, [{ id, by }], "confirmed", "paid");
  await issueTickets(tx, [{ ...renewed, amountKrw: amountKrw - shippingFeeKrw, seats }]);
  await createShippings(tx, [{ id, delivery, by }]);
  writeTransmissions(tx, [orderCompleted({ order: renewed, by, seats })]);
  tracePurchases(tx, [{ order }]);
}
