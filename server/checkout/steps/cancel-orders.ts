import type { OrderId } from "../../orders/contract.ts";
import { transitionOrders } from "../../orders/steps/transition-orders.ts";
import { findPaidAmong, type OrderRow } from "../../orders/store.ts";
import type { RefundReason } from "../../payments/contract.ts";
import type { MovingPayment } from "../../payments/steps/transition-payments.ts";
import { lockPaymentOfEach } from "../../payments/store.ts";
import type { Origin, Tx } from "../../platform/operation/context.ts";
import { cancelUnsent } from "../../shipping/steps/cancel-unsent.ts";
import { voidTickets } from "../../tickets/steps/void-tickets.ts";
import { type CancelFeeOf, type GivenBack, giveBack } from "./give-back.ts";

/** An order whose payment is locked, and on whose behalf it is cancelled. */
interface Cancelling {
  readonly order: OrderRow;
  readonly payment: MovingPayment;
  readonly by?: Origin;
  /** KRW to give back; what its tickets cost by default, with the parcel's fee where that goes back. */
  readonly refundKrw?: number | undefined;
  /** What is kept of each ticket's price; nothing by default. */
  readonly fees?: CancelFeeOf | undefined;
}

/** For these reasons the fee of a parcel goes back although it has left. */
const FEE_TOO_FOR: readonly RefundReason[] = ["event_cancelled", "parcel_lost"];

interface Options {
  readonly reason: RefundReason;
  /** Whether orders with used tickets are cancelled too. */
  readonly usedToo: boolean;
}

/**
 * Cancels paid orders, in the caller's transaction: their tickets are void, their stock is back, parcels that have not left
 * are cancelled, and their money is asked back. The stock is locked after all payments, so that none waits for another in a circle.
 * @returns the orders as they are now
 * @throws `ticket_used` (409), `illegal_transition` (409)
 */
export async function cancelOrders(
  tx: Tx,
  cancelling: readonly Cancelling[],
  { reason, usedToo }: Options,
): Promise<OrderRow[]> {
  const steps = cancelling.map(({ order: { id }, by }) => ({ id, by }));
  const orders = await transitionOrders(tx, steps, "cancelled", reason);
  const unsent = await cancelUnsent(tx, steps, reason);
  const given: GivenBack[] = [];
  for (const { order, payment, by, refundKrw: amountKrw, fees } of cancelling) {
    const { voided } = await voidTickets(tx, order.id, {
      usedToo,
      heldBy: reason === "cancelled_by_buyer" ? order.userId : undefined,
    });
    const feeToo = unsent.has(order.id) || FEE_TOO_FOR.includes(reason);
    given.push({ order, payment, by, amountKrw, fees, tickets: voided, feeToo });
  }
  await giveBack(tx, given, reason);
  return orders;
}

/**
 * Cancels those of these orders that are paid at this moment, as {@link cancelOrders} does, each under its own trace.
 * @returns how many were cancelled
 */
export async function cancelPaidAmong(tx: Tx, ids: readonly OrderId[], options: Options): Promise<number> {
  const payments = new Map((await lockPaymentOfEach(tx, ids)).map((payment) => [payment.orderId, payment]));
  // The orders are read after the lock, so they include what its last holder committed.
  const cancelling = (await findPaidAmong(tx, ids)).flatMap((order) => {
    const payment = payments.get(order.id);
    return payment ? [{ order, payment, by: { actor: tx.actor, traceId: order.traceId } }] : [];
  });
  await cancelOrders(tx, cancelling, options);
  return cancelling.length;
}
