import { returnSoldTickets } from "../../holds/steps/sell-holds.ts";
import type { OrderRow } from "../../orders/store.ts";
import type { RefundReason } from "../../payments/contract.ts";
import { askRefunds } from "../../payments/steps/ask-refunds.ts";
import type { MovingPayment } from "../../payments/steps/transition-payments.ts";
import type { Origin, Tx } from "../../platform/operation/context.ts";
import type { TicketId } from "../../tickets/contract.ts";
import { saveRefundOf } from "../../tickets/store.ts";
import { shareOut } from "../policy.ts";

/** Tickets of an order that were made void, and the order's payment, which is locked. */
export interface GivenBack {
  readonly order: OrderRow;
  readonly payment: MovingPayment;
  readonly by?: Origin | undefined;
  readonly tickets: readonly { readonly id: TicketId; readonly number: number }[];
  /** KRW for all of them; their price by default. */
  readonly amountKrw?: number | undefined;
}

/** What so many tickets of an order cost, in KRW. */
export const priceOf = ({ amountKrw, quantity }: OrderRow, tickets: number): number =>
  (amountKrw / quantity) * tickets;

/**
 * Puts void tickets back on sale and asks their money back, in the caller's transaction. The stock is locked after all
 * payments, so that none waits for another in a circle.
 * @throws `refund_too_high` (409)
 */
export async function giveBack(tx: Tx, given: readonly GivenBack[], reason: RefundReason): Promise<void> {
  await returnSoldTickets(
    tx,
    new Map(given.map(({ order, tickets }) => [order.holdId, tickets.length])),
    reason,
  );
  const refunds = await askRefunds(
    tx,
    given.map(({ order, payment, by, tickets, amountKrw = priceOf(order, tickets.length) }) => ({
      ...payment,
      by,
      refundKrw: amountKrw,
      ticketNumbers: tickets.length < order.quantity ? tickets.map(({ number }) => number) : undefined,
    })),
    reason,
  );
  const shares = given.flatMap(({ payment, tickets }) => {
    const refund = refunds.get(payment.id);
    const parts = refund ? shareOut(refund.amountKrw, tickets.length) : [];
    return tickets.map(({ id }, index) => ({
      ...{ id, refundId: refund?.id ?? null, refundedKrw: parts[index] ?? 0 },
    }));
  });
  await saveRefundOf(tx, shares);
}
