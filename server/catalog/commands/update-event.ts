import { role } from "../../platform/allow.ts";
import { defineCommand } from "../../platform/command.ts";
import { announceChange } from "../cache.ts";
import { EventView, UpdateEvent } from "../contract.ts";
import { requireManager } from "../policy.ts";
import { findEvent, updateEvent as update } from "../store.ts";

/** Changes what an event says, or publishes or archives it. Throws `not_found` for an event that is not the caller's. */
export const updateEvent = defineCommand({
  id: "catalog.update-event",
  summary: "Edit, publish or archive an event.",
  allow: role("ADMIN", "SELLER"),
  input: UpdateEvent,
  output: EventView,
  audit: ({ eventId, ...changes }) => ({ target: eventId, meta: changes }),
  async run(tx, { eventId, ...changes }) {
    requireManager(tx.actor, await findEvent(tx, eventId));
    await announceChange(tx, eventId, () => undefined);
    const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    return update(tx, eventId, given);
  },
});
