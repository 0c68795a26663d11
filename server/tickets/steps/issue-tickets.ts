import type { Tx } from "../../platform/operation/context.ts";
import { newId } from "../../platform/values/ids.ts";
import { insertTickets, type TicketRow } from "../store.ts";
import { signTicket } from "../tokens.ts";

interface PaidOrder extends Pick<TicketRow, "userId" | "eventSessionId"> {
  readonly id: TicketRow["orderId"];
  readonly quantity: number;
}

/** Issues a signed ticket for each place that orders paid for, in the caller's transaction. */
export async function issueTickets(tx: Tx, orders: readonly PaidOrder[]): Promise<void> {
  const places = orders.flatMap((order) => Array.from({ length: order.quantity }, () => order));
  const rows = await Promise.all(
    places.map(async ({ id: orderId, userId, eventSessionId }) => {
      const id = newId("ticket");
      const qr = await signTicket({ ticketId: id, eventSessionId });
      return { id, orderId, userId, eventSessionId, qr };
    }),
  );
  await insertTickets(tx, rows);
}
