import { returnSoldTickets } from "../../holds/steps/sell-holds.ts";
import type { OrderRow } from "../../orders/store.ts";
import type { RefundReason } from "../../payments/contract.ts";
import { askRefunds } from "../../payments/steps/ask-refunds.ts";
import type { MovingPayment } from "../../payments/steps/transition-payments.ts";
import type { Origin, Tx } from "../../platform/operation/context.ts";
import type { SeatId } from "../../seats/contract.ts";
import type { TicketId } from "../../tickets/contract.ts";
import { saveRefundOf } from "../../tickets/store.ts";
import { shareOut } from "../policy.ts";

interface GivenTicket {
  readonly id: TicketId;
  /** Which of its order's tickets it is, the first being 1. */
  readonly number: number;
  readonly seatId: SeatId | null;
  readonly priceKrw: number;
}

/** Tickets of an order that were made void, and the order's payment, which is locked. */
export interface GivenBack {
  readonly order: OrderRow;
  readonly payment: MovingPayment;
  readonly by?: Origin | undefined;
  readonly tickets: readonly GivenTicket[];
  /** KRW for all of them; their price by default. */
  readonly amountKrw?: number | undefined;
}

/** What tickets cost together, in KRW. */
export const priceOf = (tickets: readonly Pick<GivenTicket, "priceKrw">[]): number =>
  tickets.reduce((sum, { priceKrw }) => sum + priceKrw, 0);

/**
 * Puts void tickets back on sale and asks their money back, in the caller's transaction. The stock is locked after all
 * payments, so that none waits for another in a circle.
 * @throws `refund_too_high` (409)
 */
export async function giveBack(tx: Tx, given: readonly GivenBack[], reason: RefundReason): Promise<void> {
  await returnSoldTickets(
    tx,
    given.map(({ order, tickets }) => ({
      holdId: order.holdId,
      quantity: tickets.length,
      seatIds: tickets.flatMap(({ seatId }) => seatId ?? []),
    })),
    reason,
  );
  const refunds = await askRefunds(
    tx,
    given.map(({ order, payment, by, tickets, amountKrw = priceOf(tickets) }) => ({
      ...payment,
      by,
      refundKrw: amountKrw,
      ticketNumbers: tickets.length < order.quantity ? tickets.map(({ number }) => number) : undefined,
    })),
    reason,
  );
  const shares = given.flatMap(({ payment, tickets }) => {
    const refund = refunds.get(payment.id);
    const parts = refund ? sharesOf(refund.amountKrw, tickets) : [];
    return tickets.map(({ id }, index) => ({
      ...{ id, refundId: refund?.id ?? null, refundedKrw: parts[index] ?? 0 },
    }));
  });
  await saveRefundOf(tx, shares);
}

const sharesOf = (amountKrw: number, tickets: readonly GivenTicket[]) =>
  shareOut(
    amountKrw,
    tickets.map(({ priceKrw }) => priceKrw),
  );
