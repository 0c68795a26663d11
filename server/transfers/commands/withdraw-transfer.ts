import { signedIn } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { NoOutput } from "../../platform/values/text.ts";
import { TransferTicket } from "../contract.ts";
import { transferErrors } from "../errors.ts";
import { lockTicketOf, withdrawOpen } from "../store.ts";

/**
 * Takes the offer of a ticket back, so that its link works no more. Throws `not_found` for a ticket that is not the caller's, as
 * it is once the link was accepted, and `transfer_over` (409) where nothing is offered.
 */
export const withdrawTransfer = defineCommand({
  id: "transfers.withdraw-transfer",
  summary: "Take back the offer of a ticket.",
  allow: signedIn,
  input: TransferTicket,
  output: NoOutput,
  refuses: [transferErrors.transfer_over],
  audit: ({ ticketId }) => ({ target: ticketId }),
  async run(tx, { ticketId }) {
    const { userId } = tx.actor;
    if (!(await lockTicketOf(tx, ticketId, userId))) throw platformErrors.not_found({ what: "ticket" });
    if (!(await withdrawOpen(tx, ticketId, userId))) throw transferErrors.transfer_over();
    return {};
  },
});
