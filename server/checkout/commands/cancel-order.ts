import { termsOf } from "../../catalog/queries.ts";
import type { OrderId } from "../../orders/contract.ts";
import { requireOwnOrder, viewOrder } from "../../orders/queries.ts";
import { lockPaymentOfOrder } from "../../payments/store.ts";
import { signedIn } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { shippingErrors } from "../../shipping/errors.ts";
import { ticketErrors } from "../../tickets/errors.ts";
import { CancelledOrder, CancelOrder } from "../contract.ts";
import { checkoutErrors } from "../errors.ts";
import { cancelOrders } from "../steps/cancel-orders.ts";
import { requireSecondOperator } from "../steps/require-second-operator.ts";

/**
 * Cancels a paid order until its event session's cancel deadline: the tickets are void, the stock is back on sale and the
 * money is asked back, in one transaction. Neither the deadline nor a used ticket nor a parcel that has left stops an admin.
 * Throws `not_found` for another's order, `cancel_deadline_passed`, `ticket_used`, `tickets_on_their_way`,
 * `illegal_transition` (409).
 */
export const cancelOrder = defineCommand({
  id: "checkout.cancel-order",
  summary: "Cancel a paid order and ask for its money back.",
  allow: signedIn,
  idempotent: true,
  input: CancelOrder,
  output: CancelledOrder,
  refuses: [
    checkoutErrors.cancel_deadline_passed,
    ticketErrors.ticket_used,
    shippingErrors.tickets_on_their_way,
    checkoutErrors.refund_needs_approval,
  ],
  audit: ({ id }) => ({ target: id }),
  async run(tx, { id }) {
    const cancelled = await cancelPaidOrder(tx, id);
    await requireSecondOperator(tx, id);
    return cancelled;
  },
});

/**
 * The same in the caller's transaction.
 * @param refundKrw - what to give back; what its tickets cost by default, with the parcel's fee before it left
 */
export async function cancelPaidOrder(tx: Tx, orderId: OrderId, refundKrw?: number) {
  const { eventSessionId } = await requireOwnOrder(tx, orderId);
  const payment = await lockPaymentOfOrder(tx, orderId);
  const byAdmin = tx.actor.kind === "user" && tx.actor.role === "ADMIN";
  const { cancelDeadlineAt, now } = await termsOf(tx, eventSessionId);
  if (!byAdmin && now > cancelDeadlineAt)
    throw checkoutErrors.cancel_deadline_passed({ deadline: cancelDeadlineAt.toISOString() });
  const reason = byAdmin ? "cancelled_by_admin" : "cancelled_by_buyer";
  const before = await requireOwnOrder(tx, orderId);
  if (before.state === "cancelled") return viewOrder(before);
  if (!byAdmin && before.delivery === "PAPER" && before.state !== "confirmed")
    throw shippingErrors.tickets_on_their_way();
  const [order = before] = await cancelOrders(tx, [{ order: before, payment, refundKrw }], {
    reason,
    usedToo: byAdmin,
  });
  return viewOrder(order);
}
