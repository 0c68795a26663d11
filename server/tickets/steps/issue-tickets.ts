import type { Tx } from "../../platform/operation/context.ts";
import { newId } from "../../platform/values/ids.ts";
import type { HeldSeat } from "../../seats/contract.ts";
import { insertTickets, type TicketRow } from "../store.ts";
import { signTicket } from "../tokens.ts";

interface PaidOrder extends Pick<TicketRow, "userId" | "eventSessionId"> {
  readonly id: TicketRow["orderId"];
  readonly quantity: number;
  /** What the tickets cost, without a parcel. */
  readonly amountKrw: number;
  /** Its seats, one for each ticket; none for counted stock, where all tickets cost the same. */
  readonly seats: readonly HeldSeat[];
}

/** Issues a signed ticket for each place that orders paid for, in the caller's transaction. */
export async function issueTickets(tx: Tx, orders: readonly PaidOrder[]): Promise<void> {
  const rows = await Promise.all(
    orders.flatMap(({ id: orderId, userId, eventSessionId, ...order }) =>
      placesOf(order).map(async ({ seatId, priceKrw }) => {
        const id = newId("ticket");
        const qr = await signTicket({ ticketId: id, eventSessionId, version: 1 });
        return { id, orderId, userId, eventSessionId, qr, seatId, priceKrw };
      }),
    ),
  );
  await insertTickets(tx, rows);
}

function placesOf({ quantity, amountKrw, seats }: Pick<PaidOrder, "quantity" | "amountKrw" | "seats">) {
  if (seats.length > 0) return seats.map(({ id: seatId, price: priceKrw }) => ({ seatId, priceKrw }));
  return Array.from({ length: quantity }, () => ({ seatId: null, priceKrw: amountKrw / quantity }));
}
