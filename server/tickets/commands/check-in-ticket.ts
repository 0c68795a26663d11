import { catalogErrors } from "../../catalog/errors.ts";
import { databaseNow } from "../../platform/database/clock.ts";
import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { CheckIn, CheckInResult } from "../contract.ts";
import { ticketErrors } from "../errors.ts";
import { checkInRefusal } from "../policy.ts";
import { findTicket, spendTicket } from "../store.ts";
import { readTicket } from "../tokens.ts";

/**
 * Marks a ticket used, once; a second scan returns when and where the first was. Throws `forged_ticket` (400),
 * `not_found` to a seller for another's event, `doors_not_open` and `event_over` (409) outside the hours around the start,
 * `session_cancelled` (409).
 */
export const checkInTicket = defineCommand({
  id: "tickets.check-in-ticket",
  summary: "Mark a ticket used at the door.",
  allow: role("ADMIN", "SELLER"),
  input: CheckIn,
  output: CheckInResult,
  refuses: [
    ticketErrors.forged_ticket,
    ticketErrors.doors_not_open,
    ticketErrors.event_over,
    catalogErrors.session_cancelled,
  ],
  audit: ({ gate }, result) => ({ target: result?.ticketId, meta: { gate, accepted: result?.accepted } }),
  async run(tx, { qr, gate }) {
    const { ticketId } = await readTicket(qr);
    const { actor } = tx;
    const known = await findTicket(tx, ticketId);
    const own = actor.kind === "user" && (actor.role === "ADMIN" || actor.userId === known?.ownerId);
    if (!known || !own) throw platformErrors.not_found({ what: "ticket" });
    const refusal = known.status === "VALID" ? checkInRefusal(known, await databaseNow(tx.db)) : null;
    if (refusal) throw refusal;
    const used = await spendTicket(tx, ticketId, gate);
    // A ticket that was not valid is read again: another door may have used it while this one waited.
    const { status, usedAt, usedWhere } = used ?? (await findTicket(tx, ticketId)) ?? known;
    return { accepted: used !== undefined, ticketId, seat: known.seat, status, usedAt, usedWhere };
  },
});
