import type { Tx } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { insertTickets, type TicketRow } from "../store.ts";
import { signTicket } from "../tokens.ts";

interface PaidOrder extends Pick<TicketRow, "userId" | "eventSessionId"> {
  readonly id: TicketRow["orderId"];
  readonly quantity: number;
}

/** Issues a signed ticket for each place an order paid for, in the caller's transaction. */
export async function issueTickets(
  tx: Tx,
  { id: orderId, quantity, userId, eventSessionId }: PaidOrder,
): Promise<void> {
  const rows = await Promise.all(
    Array.from({ length: quantity }, async () => {
      const id = newId("ticket");
      return {
        id,
        orderId,
        userId,
        eventSessionId,
        qr: await signTicket({ ticketId: id, sessionId: eventSessionId }),
      };
    }),
  );
  await insertTickets(tx, rows);
}
