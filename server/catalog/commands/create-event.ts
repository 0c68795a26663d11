import { role } from "../../platform/allow.ts";
import { defineCommand } from "../../platform/command.ts";
import type { UserActor } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { CreateEvent, EventView } from "../contract.ts";
import { insertEvent } from "../store.ts";
import { createEventSession } from "./create-event-session.ts";

/**
 * A new event, with its first event session where one is given, owned by whoever made it; SELLER is given only to a
 * user whose account is connected (SPEC 6).
 */
export const createEvent = defineCommand({
  id: "catalog.create-event",
  summary: "Create an event, and its first event session with it.",
  allow: role("ADMIN", "SELLER"),
  input: CreateEvent,
  output: EventView,
  audit: ({ title, eventSession }, event) => ({
    target: event?.id,
    meta: { title, ...(eventSession && { totalStock: eventSession.totalStock }) },
  }),
  async run(tx, { eventSession, ...input }) {
    const { userId } = tx.actor as UserActor;
    const event = await insertEvent(tx, { id: newId("event"), ownerId: userId, ...input });
    if (eventSession) await createEventSession.within(tx, { eventId: event.id, ...eventSession });
    return event;
  },
});
