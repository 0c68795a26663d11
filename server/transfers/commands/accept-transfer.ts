import { holdErrors } from "../../holds/errors.ts";
import { moveReceived } from "../../holds/steps/move-received.ts";
import { lockPaymentOfOrder } from "../../payments/store.ts";
import { signedIn } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { hashOf } from "../../platform/values/secret.ts";
import { reissueTicket } from "../../tickets/steps/reissue-ticket.ts";
import { writeTransmissions } from "../../transmissions/steps/write-transmissions.ts";
import { AcceptedTransfer, TransferInput } from "../contract.ts";
import { transferErrors } from "../errors.ts";
import { standingFor } from "../queries.ts";
import { findTransfer, lockTransfer, saveAccepted } from "../store.ts";

/**
 * Makes an offered ticket the caller's: its code is void at once and a new one is signed, in one transaction, and both are told.
 * It counts toward the caller's maximum, and toward that of who bought it as before. Accepting again changes nothing. The
 * order's payment is locked first, as for a refund, so that of both at once one is second. Throws `not_found`,
 * `transfer_over`, `own_transfer` and `ticket_limit_exceeded` (409).
 */
export const acceptTransfer = defineCommand({
  id: "transfers.accept-transfer",
  summary: "Take a ticket that another person offered.",
  allow: signedIn,
  input: TransferInput,
  output: AcceptedTransfer,
  refuses: [transferErrors.transfer_over, transferErrors.own_transfer, holdErrors.ticket_limit_exceeded],
  audit: (_, accepted) => ({ target: accepted?.ticketId }),
  async run(tx, { token }) {
    const { userId } = tx.actor;
    const known = await findTransfer(tx, hashOf(token));
    if (!known) throw platformErrors.not_found({ what: "transfer" });
    await lockPaymentOfOrder(tx, known.ticket.orderId);
    const found = await lockTransfer(tx, known.transfer.id);
    if (!found) throw platformErrors.not_found({ what: "transfer" });
    const { transfer, ticket, buyerId, event, eventSession } = found;
    const { id: ticketId, eventSessionId } = ticket;
    const standing = standingFor(found, userId);
    if (standing === "accepted") return { ticketId };
    if (standing === "own") throw transferErrors.own_transfer();
    if (standing === "over") throw transferErrors.transfer_over();
    await moveReceived(tx, { eventSessionId, buyerId, fromId: transfer.fromId, toId: userId });
    await reissueTicket(tx, ticket, userId);
    await saveAccepted(tx, transfer.id, userId);
    const payload = {
      ...{ transferId: transfer.id, ticketId, eventId: event.id, title: event.title },
      ...{ fromId: transfer.fromId, toId: userId, startsAt: eventSession.startsAt.toISOString() },
    };
    writeTransmissions(tx, [
      { destination: "events", type: "tickets.transferred", aggregateId: ticketId, payload },
    ]);
    return { ticketId };
  },
});
