import type { Tx } from "../../platform/operation/context.ts";
import type { Id } from "../../platform/values/ids.ts";
import { ticketErrors } from "../errors.ts";
import { findTicketsOfOrder, voidTicketsOf } from "../store.ts";

/**
 * Voids all tickets of an order, in the caller's transaction.
 * @param usedToo - also those that let somebody in: an admin puts right what a door did wrong
 * @throws `ticket_used` (409) when one let somebody in and that is not allowed
 */
export async function voidTickets(tx: Tx, orderId: Id<"order">, usedToo: boolean): Promise<void> {
  await voidTicketsOf(tx, orderId, usedToo);
  const tickets = await findTicketsOfOrder(tx, orderId);
  if (tickets.some(({ status }) => status === "USED")) throw ticketErrors.ticket_used();
}
