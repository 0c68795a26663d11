import { transitionOrders } from "../../orders/steps/transition-orders.ts";
import type { OrderRow } from "../../orders/store.ts";
import { paymentErrors } from "../../payments/errors.ts";
import type { MovingPayment } from "../../payments/steps/transition-payments.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { cancelUnsent } from "../../shipping/steps/cancel-unsent.ts";
import type { TicketId } from "../../tickets/contract.ts";
import { voidTickets } from "../../tickets/steps/void-tickets.ts";
import { type CancelFeeOf, giveBack, returnableOf } from "./give-back.ts";

interface Returning {
  /** Read after the lock of its payment. */
  readonly order: OrderRow;
  readonly payment: MovingPayment;
  readonly ids: readonly TicketId[];
  /** KRW to give back; what the tickets cost less their fees by default. */
  readonly amountKrw?: number | undefined;
  /** What is kept of each ticket's price; nothing by default. */
  readonly fees?: CancelFeeOf | undefined;
  readonly by: "admin" | "buyer";
}

const REASONS = {
  admin: { order: "cancelled_by_admin", refund: "tickets_returned_by_admin" },
  buyer: { order: "cancelled_by_buyer", refund: "cancelled_by_buyer" },
} as const;

/**
 * Gives some tickets of a paid order back, in the caller's transaction: they are void, their stock is back on sale and their
 * money is asked back. An order without tickets is cancelled, and its parcel where that has not left. An admin gives used
 * tickets back too.
 * @returns the order as it is now
 * @throws `not_found` (404), `ticket_void`, `ticket_used`, `illegal_transition` and `refund_too_high` (409)
 */
export async function returnTickets(
  tx: Tx,
  { order, payment, ids, amountKrw, fees, by }: Returning,
): Promise<OrderRow> {
  const { id } = order;
  if (payment.orderId !== id || payment.state !== "completed")
    throw platformErrors.illegal_transition({ machine: "order", from: order.state, to: "cancelled" });
  const { voided, left } = await voidTickets(tx, id, {
    ...{ ids, usedToo: by === "admin" },
    heldBy: by === "buyer" ? order.userId : undefined,
  });
  const reason = REASONS[by];
  const [cancelled] = left === 0 ? await transitionOrders(tx, [{ id }], "cancelled", reason.order) : [];
  const unsent = cancelled && (await cancelUnsent(tx, [{ id }], reason.order));
  const feeToo = unsent?.has(id) ?? false;
  const max = returnableOf(order, voided, feeToo);
  if (amountKrw !== undefined && amountKrw > max) throw paymentErrors.refund_too_high({ max });
  await giveBack(tx, [{ order, payment, tickets: voided, amountKrw, fees, feeToo }], reason.refund);
  return cancelled ?? order;
}
