import { catalogErrors } from "../../catalog/errors.ts";
import { requireManagedSession } from "../../catalog/queries.ts";
import { databaseNow } from "../../platform/database/clock.ts";
import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { ticketErrors } from "../../tickets/errors.ts";
import { lockTicketsOfCodes } from "../../tickets/steps/lock-tickets.ts";
import { CheckIn, CheckInResult } from "../contract.ts";
import { doorErrors } from "../errors.ts";
import { doorTimesOf, refusalOf } from "../policy.ts";
import { passes } from "../scan.policy.ts";
import { recordScans } from "../steps/record-scans.ts";
import { findEventSession, findRules } from "../store.ts";

/**
 * Checks a ticket in with an account; a second scan returns when and where the first was. Throws `forged_ticket` (400),
 * `not_found` to a seller for another's event, `doors_not_open` and `event_over` (409) outside the hours around the start,
 * `session_cancelled` (409).
 */
export const checkInTicket = defineCommand({
  id: "doors.check-in-ticket",
  summary: "Mark a ticket used at the door.",
  allow: role("ADMIN", "SELLER"),
  input: CheckIn,
  output: CheckInResult,
  refuses: [
    ticketErrors.forged_ticket,
    doorErrors.doors_not_open,
    doorErrors.event_over,
    catalogErrors.session_cancelled,
  ],
  audit: ({ gate }, result) => ({ target: result?.ticketId, meta: { gate, accepted: result?.accepted } }),
  async run(tx, { qr, gate, isConfirmed }) {
    const named = (await lockTicketsOfCodes(tx, [qr])).get(qr);
    if (!named?.ticket) throw named?.isForged ? ticketErrors.forged_ticket() : noTicket();
    const { eventSessionId } = named.ticket;
    await requireManagedSession(tx, eventSessionId).catch(() => {
      throw noTicket();
    });
    const times = doorTimesOf(await findEventSession(tx, eventSessionId));
    const now = await databaseNow(tx.db);
    const entrance = { eventSessionId, name: gate, deviceId: null, times, now };
    const [recorded] = await recordScans(tx, { ...entrance, rules: await findRules(tx, eventSessionId) }, [
      { key: null, code: qr, direction: "IN", isConfirmed, at: now, decided: undefined },
    ]);
    const { outcome, shown, ticket } = recorded ?? { outcome: "unknown", shown: null, ticket: null };
    const refusal = refusalOf(outcome, times);
    if (refusal) throw refusal;
    if (!ticket) throw noTicket();
    const { id: ticketId, seat, status, usedAt, usedWhere } = ticket;
    return { accepted: passes(outcome), outcome, shown, ticketId, seat, status, usedAt, usedWhere };
  },
});

const noTicket = () => platformErrors.not_found({ what: "ticket" });
