import type { Tx } from "../../platform/operation/context.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import type { Id } from "../../platform/values/ids.ts";
import type { TicketId } from "../contract.ts";
import { ticketErrors } from "../errors.ts";
import { lockTicketsOfOrder, moveVoid, type TicketRow } from "../store.ts";

interface Voided extends Pick<TicketRow, "userId" | "seatId" | "priceKrw"> {
  readonly id: TicketId;
  /** Which of its order's tickets it is, the first being 1. */
  readonly number: number;
}

interface Options {
  /** The tickets of the order to void; all of them by default. */
  readonly ids?: readonly TicketId[] | undefined;
  /** Whether used tickets are voided too: an admin corrects what a door did wrong. */
  readonly usedToo: boolean;
  /** Whose they must be: a buyer does not void what they gave to another person. */
  readonly heldBy?: TicketRow["userId"] | undefined;
}

/**
 * Voids tickets of an order, in the caller's transaction; of those that are void already the whole order's are passed
 * over, and named ones are refused.
 * @returns those that it voided, and how many of the order's still admit or were used
 * @throws `not_found` (404) for a ticket of another order, `ticket_void` (409), `ticket_used` (409) unless `usedToo`, `ticket_given_away` (409)
 */
export async function voidTickets(
  tx: Tx,
  orderId: Id<"order">,
  { ids, usedToo, heldBy }: Options,
): Promise<{ readonly voided: Voided[]; readonly left: number }> {
  const all = (await lockTicketsOfOrder(tx, orderId)).map((ticket, index) => ({
    ...ticket,
    number: index + 1,
  }));
  const named = ids && new Set(ids);
  const wanted = named
    ? all.filter(({ id }) => named.has(id))
    : all.filter(({ status }) => status !== "VOID");
  if (named && wanted.length < named.size) throw platformErrors.not_found({ what: "ticket" });
  if (wanted.some(({ status }) => status === "VOID")) throw ticketErrors.ticket_void();
  if (heldBy && wanted.some(({ userId }) => userId !== heldBy)) throw ticketErrors.ticket_given_away();
  if (!usedToo && wanted.some(({ status }) => status === "USED")) throw ticketErrors.ticket_used();
  await moveVoid(
    tx,
    wanted.map(({ id }) => id),
  );
  const live = all.filter(({ status }) => status !== "VOID").length;
  const voided = wanted.map(({ id, number, userId, seatId, priceKrw }) => ({
    ...{ id, number, userId, seatId, priceKrw },
  }));
  return { voided, left: live - wanted.length };
}
