import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { CreateEventSession, EventSessionView } from "../contract.ts";
import { catalogErrors } from "../errors.ts";
import { findEvent } from "../events.store.ts";
import { requireManager } from "../policy.ts";
import { viewSale } from "../queries.ts";
import { createSession } from "../steps/create-session.ts";
import { requireAccount } from "../steps/require-account.ts";

/**
 * A new event session of counted stock or of numbered seats. Throws `not_found` for an event that is not the caller's, `account_needed` (403)
 * for a seller without a connected account.
 */
export const createEventSession = defineCommand({
  id: "catalog.create-event-session",
  summary: "Create an event session with counted stock or numbered seats.",
  allow: role("ADMIN", "SELLER"),
  input: CreateEventSession,
  output: EventSessionView,
  refuses: [catalogErrors.account_needed],
  audit: ({ eventId, totalStock, seats }, session) => ({
    target: session?.id,
    meta: { eventId, ...(seats ? { seats: seats.length } : { totalStock }) },
  }),
  async run(tx, input) {
    requireManager(tx.actor, await findEvent(tx, input.eventId));
    await requireAccount(tx);
    return viewSale(tx, await createSession(tx, input));
  },
});
