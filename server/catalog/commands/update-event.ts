import type { z } from "zod";
import { role } from "../../platform/allow.ts";
import { writeAudit } from "../../platform/audit.ts";
import { defineCommand } from "../../platform/command.ts";
import type { Tx } from "../../platform/context.ts";
import { writeTransmissions } from "../../transmissions/commands/write-transmissions.ts";
import { announceChange } from "../cache.ts";
import { EventView, UpdateEvent } from "../contract.ts";
import { catalogErrors } from "../errors.ts";
import { requireManager } from "../policy.ts";
import { findEvent, lockEvent, updateEvent as update } from "../store.ts";
import { requireAccount } from "./require-account.ts";

/**
 * Changes what an event says, or publishes or archives it. Whoever bought it is told of another title or venue. Throws
 * `not_found` for an event that is not the caller's, `account_needed` (403) where it is to be published by a seller
 * without a connected account.
 */
export const updateEvent = defineCommand({
  id: "catalog.update-event",
  summary: "Edit, publish or archive an event.",
  allow: role("ADMIN", "SELLER"),
  input: UpdateEvent,
  output: EventView,
  refuses: [catalogErrors.account_needed],
  audit: ({ eventId, ...changes }) => ({ target: eventId, meta: changes }),
  async run(tx, { eventId, ...changes }) {
    requireManager(tx.actor, await findEvent(tx, eventId));
    await announceChange(tx, eventId, () => undefined);
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    const before = await lockEvent(tx, eventId);
    if (changes.status === "PUBLISHED" && before.status !== "PUBLISHED") await requireAccount(tx);
    const after = await update(tx, eventId, given);
    if (before.title !== after.title || before.venue !== after.venue) tellBuyers(tx, before, after);
    return after;
  },
});

type Named = Pick<z.output<typeof EventView>, "id" | "title" | "venue">;

/** What was bought has another name or place now: who bought it is told, and the audit log has both. */
function tellBuyers(tx: Tx, before: Named, after: Named): void {
  const eventId = after.id;
  const payload = {
    ...{ eventId, oldTitle: before.title, newTitle: after.title },
    ...{ oldVenue: before.venue, newVenue: after.venue },
  };
  writeAudit(tx, [{ action: "catalog.event-changed", target: eventId, outcome: "ok", meta: payload }]);
  writeTransmissions(tx, [{ destination: "events", type: "events.updated", aggregateId: eventId, payload }]);
}
