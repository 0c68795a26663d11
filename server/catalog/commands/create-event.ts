import { role } from "../../platform/allow.ts";
import { defineCommand } from "../../platform/command.ts";
import type { UserActor } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { CreateEvent, EventView } from "../contract.ts";
import { insertEvent } from "../store.ts";

/** A new event, owned by whoever made it; SELLER is given only to a user whose account is connected (SPEC 6). */
export const createEvent = defineCommand({
  id: "catalog.create-event",
  summary: "Create an event.",
  allow: role("ADMIN", "SELLER"),
  input: CreateEvent,
  output: EventView,
  audit: ({ title }, event) => ({ target: event?.id, meta: { title } }),
  async run(tx, input) {
    const { userId } = tx.actor as UserActor;
    return insertEvent(tx, { id: newId("event"), ownerId: userId, ...input });
  },
});
