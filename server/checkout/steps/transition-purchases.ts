import { freeHolds } from "../../holds/steps/free-holds.ts";
import { sellHolds } from "../../holds/steps/sell-holds.ts";
import { unfreezeHold } from "../../holds/store.ts";
import { transitionOrders } from "../../orders/steps/transition-orders.ts";
import type { OrderRow } from "../../orders/store.ts";
import { askRefunds } from "../../payments/steps/ask-refunds.ts";
import { endPayments } from "../../payments/steps/end-payments.ts";
import { type MovingPayment, transitionPayments } from "../../payments/steps/transition-payments.ts";
import type { Origin, Tx } from "../../platform/operation/context.ts";
import { sendPurchaseSpan } from "../../platform/tracing/span.ts";
import type { HeldSeat } from "../../seats/contract.ts";
import { createShippings } from "../../shipping/steps/create-shippings.ts";
import { issueTickets } from "../../tickets/steps/issue-tickets.ts";
import { writeTransmissions } from "../../transmissions/steps/write-transmissions.ts";

/** A payment whose row is locked, its order, and the request that brought the provider's answer. */
export interface Purchase {
  readonly payment: MovingPayment;
  readonly order: OrderRow;
  readonly by: Origin;
}

export const paymentsOf = (purchases: readonly Purchase[]): MovingPayment[] =>
  purchases.map(({ payment, by }) => ({ ...payment, by }));
const ordersOf = (purchases: readonly Purchase[]) => purchases.map(({ order, by }) => ({ id: order.id, by }));
const holdsOf = (purchases: readonly Purchase[]) =>
  purchases.map(({ order, by }) => ({ id: order.holdId, by }));

/**
 * The buyers' money is at the provider: each order whose tickets are held is confirmed.
 * @returns the confirmed purchases; the holds of the others are over
 */
export async function confirmPurchases(tx: Tx, purchases: readonly Purchase[]): Promise<Set<Purchase>> {
  if (purchases.length === 0) return new Set();
  const sold = await sellHolds(tx, holdsOf(purchases));
  const confirmed = purchases.filter(({ order }) => sold.has(order.holdId));
  const seatsOf = ({ holdId }: OrderRow) => sold.get(holdId) ?? [];
  const payments = paymentsOf(confirmed);
  await transitionPayments(
    tx,
    payments.filter(({ state }) => state === "pending"),
    ["processing"],
    "paid",
  );
  // One after the other: the events of one order leave in the order in which they are written.
  await transitionPayments(tx, payments, ["completed"], "paid");
  await transitionOrders(tx, ordersOf(confirmed), "confirmed", "paid");
  await issueTickets(
    tx,
    confirmed.map(({ order }) => ({
      ...order,
      amountKrw: order.amountKrw - order.shippingFeeKrw,
      seats: seatsOf(order),
    })),
  );
  writeTransmissions(
    tx,
    confirmed.map(({ order, by }) => orderCompleted({ order, by, seats: seatsOf(order) })),
  );
  await createShippings(
    tx,
    confirmed.map(({ order: { id, delivery }, by }) => ({ id, delivery, by })),
  );
  tracePurchases(tx, confirmed);
  return new Set(confirmed);
}

/** Sends the span of each purchase, from its order to its tickets. */
export function tracePurchases(tx: Tx, bought: readonly Pick<Purchase, "order">[]): void {
  tx.afterCommit(async () => {
    for (const { order } of bought) sendPurchaseSpan(order.traceId, order.createdAt, "ok");
  });
}

interface CompletedOrder extends Pick<Purchase, "order" | "by"> {
  /** Its seats; none for counted stock. */
  readonly seats: readonly HeldSeat[];
}

export const orderCompleted = ({ order, by, seats }: CompletedOrder) => {
  const { id: orderId, userId, eventSessionId: sessionId, quantity, amountKrw: amount } = order;
  const { shippingFeeKrw: shippingFee } = order;
  const items =
    seats.length > 0
      ? seats.map(({ id: seatId, number, section, price }) => ({
          ...{ sessionId, quantity: 1, price },
          ...{ seatId, seat: number, section },
        }))
      : [{ sessionId, quantity, price: (amount - shippingFee) / quantity }];
  return {
    destination: "data-platform" as const,
    type: "OrderCompleted",
    aggregateId: orderId,
    traceId: by.traceId,
    payload: { orderId, userId, amount, ...(shippingFee > 0 && { shippingFee }), items },
  };
};

/** Nothing was paid and the buyers may pay another way: a frozen hold has its own time again. */
export async function unfreezePurchases(tx: Tx, purchases: readonly Purchase[]): Promise<void> {
  for (const { order, payment } of purchases)
    if (payment.unknownSince) await unfreezeHold(tx, order.holdId, payment.windowEndsAt);
}

/** The provider took no money and never will: orders and payments fail, and the stock is back at once. */
export async function failPurchases(tx: Tx, purchases: readonly Purchase[]): Promise<void> {
  if (purchases.length === 0) return;
  const reason = "payment_declined";
  await transitionOrders(tx, ordersOf(purchases), "failed", reason);
  await endPayments(tx, ordersOf(purchases), reason, true);
  await freeHolds(tx, holdsOf(purchases), reason);
}

/** Money was taken for orders after their provider had refused it: it goes back. */
export async function refundAfterFailure(tx: Tx, purchases: readonly Purchase[]): Promise<void> {
  if (purchases.length === 0) return;
  const payments = paymentsOf(purchases);
  await transitionPayments(tx, payments, ["pending", "processing", "completed"], "paid_after_failure");
  await askRefunds(tx, payments, "order_had_failed");
}
