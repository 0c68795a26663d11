import { changesFor, termsOf } from "../../catalog/queries.ts";
import { requireOwnOrder, viewOrder } from "../../orders/queries.ts";
import type { OrderRow } from "../../orders/store.ts";
import type { PaymentId } from "../../payments/contract.ts";
import { refundsOf } from "../../payments/queries.ts";
import { lockPaymentOfOrder } from "../../payments/store.ts";
import { signedIn } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { shippingErrors } from "../../shipping/errors.ts";
import { ticketErrors } from "../../tickets/errors.ts";
import { ticketsOfOrder } from "../../tickets/queries.ts";
import { CancelledOrder, CancelOrder } from "../contract.ts";
import { checkoutErrors } from "../errors.ts";
import { cancelFeesOf } from "../policy.ts";
import { cancelOrders } from "../steps/cancel-orders.ts";
import { requireSecondOperator } from "../steps/require-second-operator.ts";
import { returnTickets } from "../steps/return-tickets.ts";

/**
 * Cancels a paid order, or gives some of its tickets back, until its event session's cancel deadline: the tickets are void,
 * the stock is back on sale and the money less the event session's fees is asked back, in one transaction. What a buyer gets
 * back is what they were shown (`refund`), or nothing happens. Neither the deadline nor a fee nor a used ticket nor a parcel
 * that has left stops an admin. Throws `not_found` for another's order, `cancel_deadline_passed`, `cancel_fee_changed`,
 * `ticket_used`, `ticket_void`, `ticket_given_away`, `tickets_on_their_way`, `illegal_transition` (409).
 */
export const cancelOrder = defineCommand({
  id: "checkout.cancel-order",
  summary: "Cancel a paid order or give some of its tickets back, and ask for the money less the cancel fee.",
  allow: signedIn,
  idempotent: true,
  input: CancelOrder,
  output: CancelledOrder,
  refuses: [
    checkoutErrors.cancel_deadline_passed,
    checkoutErrors.cancel_fee_changed,
    ticketErrors.ticket_used,
    ticketErrors.ticket_void,
    ticketErrors.ticket_given_away,
    shippingErrors.tickets_on_their_way,
    checkoutErrors.refund_needs_approval,
  ],
  audit: ({ id, ticketIds, refund }) => ({ target: id, meta: { ticketIds, refund } }),
  async run(tx, input) {
    const cancelled = await cancelPaidOrder(tx, input);
    await requireSecondOperator(tx, input.id);
    return cancelled;
  },
});

/**
 * The same in the caller's transaction.
 * @param refundKrw - what an operator gives back; what the tickets cost by default, with the parcel's fee before it left
 */
export async function cancelPaidOrder(
  tx: Tx,
  { id, ticketIds: ids, refund }: CancelOrder,
  refundKrw?: number,
) {
  const { eventSessionId } = await requireOwnOrder(tx, id);
  const payment = await lockPaymentOfOrder(tx, id);
  const byAdmin = tx.actor.kind === "user" && tx.actor.role === "ADMIN";
  const terms = await termsOf(tx, eventSessionId);
  if (!byAdmin && terms.now > terms.cancelDeadlineAt)
    throw checkoutErrors.cancel_deadline_passed({ deadline: terms.cancelDeadlineAt.toISOString() });
  // The order is read after the lock, so it includes what its last holder committed.
  const before = await requireOwnOrder(tx, id);
  if (before.state === "cancelled") return viewOrder(before);
  if (!byAdmin && before.delivery === "PAPER" && before.state !== "confirmed")
    throw shippingErrors.tickets_on_their_way();
  const fees = byAdmin ? undefined : await feesOf(tx, before, terms);
  const returning = { order: before, payment, fees };
  const [order = before] = ids
    ? [await returnTickets(tx, { ...returning, ids, by: byAdmin ? "admin" : "buyer" })]
    : await cancelOrders(tx, [{ ...returning, refundKrw }], {
        reason: byAdmin ? "cancelled_by_admin" : "cancelled_by_buyer",
        usedToo: byAdmin,
      });
  if (!byAdmin) await requireAsShown(tx, payment.id, refund);
  return viewOrder(order);
}

/** What is kept of each of the order's tickets now. Nothing is where title, place or start are other than were bought. */
async function feesOf(tx: Tx, order: OrderRow, terms: Awaited<ReturnType<typeof termsOf>>) {
  const { eventSessionId, createdAt: since } = order;
  const [changes = []] = await changesFor(tx, [{ eventId: terms.eventId, eventSessionId, since }]);
  const tickets = await ticketsOfOrder(tx, order.id);
  return cancelFeesOf(tickets, { ...terms, bookedAt: since, isChanged: changes.length > 0 }, terms.now);
}

/**
 * Refuses a cancellation that gives back other than its buyer was shown, after it, so that it is undone. Where nothing is
 * kept the buyer need not say what they expect.
 */
async function requireAsShown(tx: Tx, paymentId: PaymentId, shown: number | undefined): Promise<void> {
  const refund = (await refundsOf(tx, [paymentId])).get(paymentId)?.at(-1);
  if (!refund) return;
  const { amount, cancelFee: fee } = refund;
  if (shown === undefined ? fee > 0 : shown !== amount)
    throw checkoutErrors.cancel_fee_changed({ refund: amount, fee });
}
