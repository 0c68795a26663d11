import { requireOwnOrder, viewOrder } from "../../orders/queries.ts";
import { transitionOrders } from "../../orders/steps/transition-orders.ts";
import { paymentErrors } from "../../payments/errors.ts";
import { refundsOf } from "../../payments/queries.ts";
import { lockPaymentOfOrder } from "../../payments/store.ts";
import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { shippingErrors } from "../../shipping/errors.ts";
import { cancelUnsent } from "../../shipping/steps/cancel-unsent.ts";
import { ticketErrors } from "../../tickets/errors.ts";
import { voidTickets } from "../../tickets/steps/void-tickets.ts";
import { RefundedOrder, RefundOrder } from "../contract.ts";
import { checkoutErrors } from "../errors.ts";
import { giveBack, returnableOf } from "../steps/give-back.ts";
import { requireSecondOperator } from "../steps/require-second-operator.ts";
import { cancelPaidOrder } from "./cancel-order.ts";

/**
 * Gives a paid order or some of its tickets back for an operator, who says why, whatever the deadline: those tickets are
 * void, their stock is back on sale and the amount is asked back. An order without tickets is cancelled. Throws
 * `not_found`, `illegal_transition`, `ticket_void`, `refund_too_high` (409).
 */
export const refundOrder = defineCommand({
  id: "checkout.refund-order",
  summary: "Give a paid order or some of its tickets back, with an operator's note.",
  allow: role("ADMIN"),
  idempotent: true,
  input: RefundOrder,
  output: RefundedOrder,
  refuses: [
    checkoutErrors.cancel_deadline_passed,
    ticketErrors.ticket_used,
    ticketErrors.ticket_void,
    shippingErrors.tickets_on_their_way,
    paymentErrors.refund_too_high,
    checkoutErrors.refund_needs_approval,
  ],
  audit: ({ id, note, ticketIds, amount }, refunded) => ({
    target: id,
    meta: { note, ticketIds, amount: refunded?.refund?.amount ?? amount },
  }),
  async run(tx, input) {
    const refunded = await refundPaidOrder(tx, input);
    await requireSecondOperator(tx, input.id);
    return refunded;
  },
});

/** The same in the caller's transaction. */
export async function refundPaidOrder(tx: Tx, input: RefundOrder) {
  const { id, ticketIds, amount } = input;
  const order = ticketIds ? await refundTickets(tx, input) : await cancelPaidOrder(tx, id, amount);
  const { id: paymentId } = await lockPaymentOfOrder(tx, id);
  return { ...order, refund: (await refundsOf(tx, [paymentId])).get(paymentId)?.at(-1) ?? null };
}

async function refundTickets(tx: Tx, { id, ticketIds, amount }: RefundOrder) {
  await requireOwnOrder(tx, id);
  const payment = await lockPaymentOfOrder(tx, id);
  // The order is read after the lock, so it includes what its last holder committed.
  const order = await requireOwnOrder(tx, id);
  if (payment.orderId !== id || payment.state !== "completed")
    throw platformErrors.illegal_transition({ machine: "order", from: order.state, to: "cancelled" });
  const { voided, left } = await voidTickets(tx, id, { ids: ticketIds, usedToo: true });
  const [cancelled] =
    left === 0 ? await transitionOrders(tx, [{ id }], "cancelled", "cancelled_by_admin") : [];
  const unsent = cancelled && (await cancelUnsent(tx, [{ id }], "cancelled_by_admin"));
  const feeToo = unsent?.has(id) ?? false;
  const max = returnableOf(order, voided, feeToo);
  if (amount !== undefined && amount > max) throw paymentErrors.refund_too_high({ max });
  const given = { order, payment, tickets: voided, amountKrw: amount, feeToo };
  await giveBack(tx, [given], "tickets_returned_by_admin");
  return viewOrder(cancelled ?? order);
}
