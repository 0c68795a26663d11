import type { Tx } from "../../platform/operation/context.ts";
import type { Id } from "../../platform/values/ids.ts";
import { ticketErrors } from "../errors.ts";
import { findTicketsOfOrder, voidTicketsOf } from "../store.ts";

/**
 * Voids all tickets of an order, in the caller's transaction.
 * @param usedToo - whether used tickets are voided too: an admin corrects what a door did wrong
 * @throws `ticket_used` (409) when a ticket was used and `usedToo` is false
 */
export async function voidTickets(tx: Tx, orderId: Id<"order">, usedToo: boolean): Promise<void> {
  await voidTicketsOf(tx, orderId, usedToo);
  const tickets = await findTicketsOfOrder(tx, orderId);
  if (tickets.some(({ status }) => status === "USED")) throw ticketErrors.ticket_used();
}
