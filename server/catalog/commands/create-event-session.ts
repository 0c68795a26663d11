import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { bringsSeats } from "../../seats/contract.ts";
import { CreateEventSession, EventSessionView } from "../contract.ts";
import { catalogErrors } from "../errors.ts";
import { findEvent } from "../events.store.ts";
import { requireManager, stockRecord } from "../policy.ts";
import { viewSale } from "../queries.ts";
import { createSession } from "../steps/create-session.ts";
import { requireAccount } from "../steps/require-account.ts";

/**
 * A new event session of counted stock or of numbered seats. Throws `not_found` for an event or a seat map that is not the
 * caller's, `account_needed` (403) for a seller without a connected account, `changed_meanwhile` (409) where the seat map is
 * not as the caller has read it.
 */
export const createEventSession = defineCommand({
  id: "catalog.create-event-session",
  summary: "Create an event session with counted stock or numbered seats.",
  isHeavy: (_, raw) => bringsSeats(raw),
  allow: role("ADMIN", "SELLER"),
  input: CreateEventSession,
  output: EventSessionView,
  refuses: [catalogErrors.account_needed, platformErrors.changed_meanwhile],
  audit: ({ eventId, ...stock }, session) => ({
    target: session?.id,
    meta: { eventId, ...stockRecord(stock) },
  }),
  async run(tx, input) {
    requireManager(tx.actor, await findEvent(tx, input.eventId));
    await requireAccount(tx);
    return viewSale(tx, await createSession(tx, input));
  },
});
