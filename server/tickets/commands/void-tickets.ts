import type { Tx } from "../../platform/context.ts";
import type { Id } from "../../platform/ids.ts";
import { ticketErrors } from "../errors.ts";
import { findTicketsOfOrder, voidTicketsOf } from "../store.ts";

/** Voids all tickets of an order, in the caller's transaction. Throws `ticket_used` (409) when one let somebody in. */
export async function voidTickets(tx: Tx, orderId: Id<"order">): Promise<void> {
  await voidTicketsOf(tx, orderId);
  const tickets = await findTicketsOfOrder(tx, orderId);
  if (tickets.some(({ status }) => status === "USED")) throw ticketErrors.ticket_used();
}
