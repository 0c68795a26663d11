import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { newId } from "../../platform/values/ids.ts";
import { CreateEvent, EventView } from "../contract.ts";
import { catalogErrors } from "../errors.ts";
import { insertEvent } from "../events.store.ts";
import { createSession } from "../steps/create-session.ts";
import { requireAccount } from "../steps/require-account.ts";

/**
 * A new event, with its first event session where one is given, owned by its creator. Throws `account_needed` (403)
 * for a seller without a connected account.
 */
export const createEvent = defineCommand({
  id: "catalog.create-event",
  summary: "Create an event, and its first event session with it.",
  allow: role("ADMIN", "SELLER"),
  input: CreateEvent,
  output: EventView,
  refuses: [catalogErrors.account_needed],
  audit: ({ title, eventSession }, event) => ({
    target: event?.id,
    meta: { title, ...(eventSession && { totalStock: eventSession.totalStock }) },
  }),
  async run(tx, { eventSession, ...input }) {
    await requireAccount(tx);
    const { userId } = tx.actor;
    const event = await insertEvent(tx, { id: newId("event"), ownerId: userId, ...input });
    if (eventSession) await createSession(tx, { eventId: event.id, ...eventSession });
    return event;
  },
});
