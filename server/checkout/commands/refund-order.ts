import { requireOwnOrder, viewOrder } from "../../orders/queries.ts";
import { paymentErrors } from "../../payments/errors.ts";
import { refundsOf } from "../../payments/queries.ts";
import { lockPaymentOfOrder } from "../../payments/store.ts";
import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { shippingErrors } from "../../shipping/errors.ts";
import { ticketErrors } from "../../tickets/errors.ts";
import { RefundedOrder, RefundOrder } from "../contract.ts";
import { checkoutErrors } from "../errors.ts";
import { requireSecondOperator } from "../steps/require-second-operator.ts";
import { returnTickets } from "../steps/return-tickets.ts";
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
  const order = ticketIds ? await refundTickets(tx, input) : await cancelPaidOrder(tx, { id }, amount);
  const { id: paymentId } = await lockPaymentOfOrder(tx, id);
  return { ...order, refund: (await refundsOf(tx, [paymentId])).get(paymentId)?.at(-1) ?? null };
}

async function refundTickets(tx: Tx, { id, ticketIds: ids = [], amount: amountKrw }: RefundOrder) {
  await requireOwnOrder(tx, id);
  const payment = await lockPaymentOfOrder(tx, id);
  // The order is read after the lock, so it includes what its last holder committed.
  const order = await requireOwnOrder(tx, id);
  return viewOrder(await returnTickets(tx, { order, payment, ids, amountKrw, by: "admin" }));
}
