import { freeHolds, sellHolds } from "../../holds/commands/end-holds.ts";
import { moveOrders } from "../../orders/commands/move-orders.ts";
import type { OrderRow } from "../../orders/queries.ts";
import { type MovingPayment, refundPayments, walkPayments } from "../../payments/commands/move-payments.ts";
import type { Origin, Tx } from "../../platform/context.ts";
import { issueTickets } from "../../tickets/commands/issue-tickets.ts";
import { writeTransmissions } from "../../transmissions/commands/write-transmissions.ts";

/** A payment whose row is locked, the order it is for, and who brought the provider's word. */
export interface Purchase {
  readonly payment: MovingPayment;
  readonly order: OrderRow;
  readonly by: Origin;
}

const paymentsOf = (purchases: readonly Purchase[]): MovingPayment[] =>
  purchases.map(({ payment, by }) => ({ ...payment, by }));
const ordersOf = (purchases: readonly Purchase[]) => purchases.map(({ order, by }) => ({ id: order.id, by }));
const holdsOf = (purchases: readonly Purchase[]) =>
  purchases.map(({ order, by }) => ({ id: order.holdId, by }));

/**
 * The buyers' money is at the provider: each order is confirmed where its tickets can still be had, else refunded and
 * failed (SPEC 5).
 * @returns the confirmed ones
 */
export async function confirmOrRefund(tx: Tx, purchases: readonly Purchase[]): Promise<Set<Purchase>> {
  if (purchases.length === 0) return new Set();
  const sold = await sellHolds(tx, holdsOf(purchases));
  const confirmed = purchases.filter(({ order }) => sold.has(order.holdId));
  const late = purchases.filter(({ order }) => !sold.has(order.holdId));
  await Promise.all([
    walkPayments(tx, paymentsOf(purchases), ["completed"], "paid"),
    moveOrders(tx, ordersOf(confirmed), "confirmed", "paid"),
    issueTickets(
      tx,
      confirmed.map(({ order }) => order),
    ),
  ]);
  writeTransmissions(tx, confirmed.map(orderCompleted));
  if (late.length > 0) {
    const reason = "sold_out_after_payment";
    await moveOrders(tx, ordersOf(late), "failed", reason);
    await refundPayments(tx, paymentsOf(late), reason);
  }
  return new Set(confirmed);
}

const orderCompleted = ({ order, by }: Purchase) => {
  const { id: orderId, userId, eventSessionId: sessionId, quantity, amountKrw: amount } = order;
  const items = [{ sessionId, quantity, price: amount / quantity }];
  return {
    destination: "data-platform" as const,
    type: "OrderCompleted",
    aggregateId: orderId,
    traceId: by.traceId,
    payload: { orderId, userId, amount, items },
  };
};

/** The provider took no money: orders failed, stock back at once. */
export async function failPurchases(tx: Tx, purchases: readonly Purchase[]): Promise<void> {
  if (purchases.length === 0) return;
  const reason = "payment_declined";
  await walkPayments(tx, paymentsOf(purchases), ["failed"], reason);
  await moveOrders(tx, ordersOf(purchases), "failed", reason);
  await freeHolds(tx, holdsOf(purchases), reason);
}

/** Money was taken for orders that had failed: it goes back. */
export async function refundAfterFailure(tx: Tx, purchases: readonly Purchase[]): Promise<void> {
  if (purchases.length === 0) return;
  const payments = paymentsOf(purchases);
  await walkPayments(tx, payments, ["pending", "processing", "completed"], "paid_after_failure");
  await refundPayments(tx, payments, "order_had_failed");
}
