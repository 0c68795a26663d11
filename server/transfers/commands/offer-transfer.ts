import { signedIn } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { newId } from "../../platform/values/ids.ts";
import { hashOf, newSecret } from "../../platform/values/secret.ts";
import { transferUntilOf } from "../../terms/queries.ts";
import { ticketErrors } from "../../tickets/errors.ts";
import { OfferedTransfer, TransferTicket } from "../contract.ts";
import { transferErrors } from "../errors.ts";
import { expiryOf } from "../policy.ts";
import { insertTransfer, lockTicketOf, withdrawOpen } from "../store.ts";

/** Those of 32 characters, as the contract has them. */
const TOKEN_BYTES = 24;

/**
 * Offers one of the caller's tickets to the person who has the link, whose secret is told here alone; a link of before
 * ends. Throws `not_found` for another's ticket, `ticket_used`, `ticket_void`, and `transfer_not_offered` (409) where the event session
 * does not let tickets be given away, or not any more, and for paper tickets, which someone has in their hands.
 */
export const offerTransfer = defineCommand({
  id: "transfers.offer-transfer",
  summary: "Offer a ticket to another person by a link that works once.",
  allow: signedIn,
  input: TransferTicket,
  output: OfferedTransfer,
  refuses: [ticketErrors.ticket_used, ticketErrors.ticket_void, transferErrors.transfer_not_offered],
  audit: ({ ticketId }) => ({ target: ticketId }),
  async run(tx, { ticketId }) {
    const { userId: fromId } = tx.actor;
    const found = await lockTicketOf(tx, ticketId, fromId);
    if (!found) throw platformErrors.not_found({ what: "ticket" });
    const { ticket, delivery, eventSession, now } = found;
    if (ticket.status === "USED") throw ticketErrors.ticket_used();
    if (ticket.status === "VOID") throw ticketErrors.ticket_void();
    const until = eventSession.cancelledAt ? null : transferUntilOf(eventSession);
    if (until === null || now >= until || delivery === "PAPER") throw transferErrors.transfer_not_offered();
    await withdrawOpen(tx, ticketId, fromId);
    const token = newSecret(TOKEN_BYTES);
    const expiresAt = expiryOf(now, until);
    await insertTransfer(tx, {
      id: newId("transfer"),
      ticketId,
      fromId,
      tokenHash: hashOf(token),
      expiresAt,
    });
    return { token, expiresAt };
  },
});
