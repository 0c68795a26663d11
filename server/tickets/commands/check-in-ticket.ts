import { role } from "../../platform/allow.ts";
import { defineCommand } from "../../platform/command.ts";
import { platformErrors } from "../../platform/errors.ts";
import { CheckIn, CheckInResult } from "../contract.ts";
import { ticketErrors } from "../errors.ts";
import { findTicket, spendTicket } from "../store.ts";
import { readTicket } from "../tokens.ts";

/**
 * Lets a ticket's bearer in, once; a second scan is told when and where the first was (SPEC 5). Throws `forged_ticket`
 * (400), and `not_found` to a seller for another's event.
 */
export const checkInTicket = defineCommand({
  id: "tickets.check-in-ticket",
  summary: "Mark a ticket used at the door.",
  allow: role("ADMIN", "SELLER"),
  input: CheckIn,
  output: CheckInResult,
  refuses: [ticketErrors.forged_ticket],
  audit: ({ gate }, result) => ({ target: result?.ticketId, meta: { gate, accepted: result?.accepted } }),
  async run(tx, { qr, gate }) {
    const { ticketId } = await readTicket(qr);
    const { actor } = tx;
    const known = await findTicket(tx, ticketId);
    const own = actor.kind === "user" && (actor.role === "ADMIN" || actor.userId === known?.ownerId);
    if (!known || !own) throw platformErrors.not_found({ what: "ticket" });
    const used = await spendTicket(tx, ticketId, gate);
    // Read anew where it was not valid: another door may have let it in while this one waited.
    const { status, usedAt, usedWhere } = used ?? (await findTicket(tx, ticketId)) ?? known;
    return { accepted: used !== undefined, ticketId, status, usedAt, usedWhere };
  },
});
