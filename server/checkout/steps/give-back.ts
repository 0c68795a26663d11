import { returnSoldTickets } from "../../holds/steps/sell-holds.ts";
import { countReceived } from "../../holds/store.ts";
import type { OrderRow } from "../../orders/store.ts";
import type { RefundReason } from "../../payments/contract.ts";
import { refundsOf } from "../../payments/queries.ts";
import { askRefunds } from "../../payments/steps/ask-refunds.ts";
import type { MovingPayment } from "../../payments/steps/transition-payments.ts";
import type { Origin, Tx } from "../../platform/operation/context.ts";
import type { SeatId } from "../../seats/contract.ts";
import type { TicketId } from "../../tickets/contract.ts";
import { saveRefundOf } from "../../tickets/store.ts";
import { shareOut } from "../policy.ts";

/** What is kept of tickets' prices, in KRW, by ticket. */
export type CancelFeeOf = ReadonlyMap<TicketId, number>;

interface GivenTicket {
  readonly id: TicketId;
  /** Which of its order's tickets it is, the first being 1. */
  readonly number: number;
  /** Who has it, its buyer or who was given it. */
  readonly userId: OrderRow["userId"];
  readonly seatId: SeatId | null;
  readonly priceKrw: number;
}

/** Tickets of an order that were made void, and the order's payment, which is locked. */
export interface GivenBack {
  readonly order: OrderRow;
  readonly payment: MovingPayment;
  readonly by?: Origin | undefined;
  readonly tickets: readonly GivenTicket[];
  /** KRW for all of them and the parcel; what they cost less their fees by default. */
  readonly amountKrw?: number | undefined;
  /** What is kept of each ticket's price, in KRW; nothing by default, and nothing where an amount is given. */
  readonly fees?: CancelFeeOf | undefined;
  /** Whether the parcel's fee goes back with them. */
  readonly feeToo?: boolean | undefined;
}

/** What tickets cost together, in KRW. */
const priceOf = (tickets: readonly Pick<GivenTicket, "priceKrw">[]): number =>
  tickets.reduce((sum, { priceKrw }) => sum + priceKrw, 0);

/** What is given back with tickets of an order by default, in KRW. */
export const returnableOf = (order: OrderRow, tickets: readonly GivenTicket[], feeToo = false): number =>
  priceOf(tickets) + (feeToo ? order.shippingFeeKrw : 0);

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
  await countReceived(
    tx,
    given.flatMap(({ order: { userId: buyerId, eventSessionId }, tickets }) =>
      tickets
        .filter(({ userId }) => userId !== buyerId)
        .map(({ userId }) => ({ eventSessionId, userId, tickets: -1 })),
    ),
  );
  const refunds = await askRefunds(
    tx,
    given.map((each) => ({
      ...each.payment,
      by: each.by,
      ...moneyOf(each),
      ticketNumbers: numbersOf(each),
    })),
    reason,
  );
  const shares = given.flatMap(({ payment, tickets, fees }) => {
    const refund = refunds.get(payment.id);
    const parts = refund ? sharesOf(refund.amountKrw - refund.shippingFeeKrw, tickets, fees) : [];
    return tickets.map(({ id }, index) => ({
      ...{ id, refundId: refund?.id ?? null, refundedKrw: parts[index] ?? 0 },
    }));
  });
  await saveRefundOf(tx, shares);
}

/** What each ticket gets: its price less its fee, or its part of an amount that was given for all of them. */
const sharesOf = (amountKrw: number, tickets: readonly GivenTicket[], fees?: CancelFeeOf) =>
  fees
    ? tickets.map(({ id, priceKrw }) => priceKrw - (fees.get(id) ?? 0))
    : shareOut(
        amountKrw,
        tickets.map(({ priceKrw }) => priceKrw),
      );

/** Asks for the fee of a cancelled order's parcel back, as far as it was kept, in the caller's transaction. */
export async function giveFeeBack(
  tx: Tx,
  given: Pick<GivenBack, "order" | "payment" | "by">,
  reason: RefundReason,
): Promise<void> {
  const { id } = given.payment;
  const before = (await refundsOf(tx, [id])).get(id) ?? [];
  const amountKrw = before.reduce((left, refund) => left - refund.shippingFee, given.order.shippingFeeKrw);
  if (amountKrw > 0) await giveBack(tx, [{ ...given, amountKrw, tickets: [] }], reason);
}

/** Of a part of an order, its tickets; of the whole order, and of its parcel alone, none. */
const numbersOf = ({ order, tickets }: GivenBack) =>
  tickets.length > 0 && tickets.length < order.quantity ? tickets.map(({ number }) => number) : undefined;

/** What goes back, what of it is for the parcel, and what is kept: of less than the whole the tickets come first. */
function moneyOf({ order, tickets, amountKrw, feeToo, fees }: GivenBack) {
  const cancelFeeKrw = tickets.reduce((sum, { id }) => sum + (fees?.get(id) ?? 0), 0);
  const refundKrw = amountKrw ?? returnableOf(order, tickets, feeToo) - cancelFeeKrw;
  const restKrw = Math.max(0, refundKrw + cancelFeeKrw - priceOf(tickets));
  return { refundKrw, cancelFeeKrw, shippingFeeKrw: Math.min(order.shippingFeeKrw, restKrw) };
}
