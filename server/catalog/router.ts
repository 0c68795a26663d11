import { mutation, query, router } from "../platform/http/trpc.ts";
import { createEvent } from "./commands/create-event.ts";
import { createEventSession } from "./commands/create-event-session.ts";
import { updateEvent } from "./commands/update-event.ts";
import { updateEventSession } from "./commands/update-event-session.ts";
import {
  getEvent,
  getEventSession,
  getManagedEvent,
  listEventSessions,
  listEvents,
  listManagedEvents,
} from "./queries.ts";

export const catalogRouter = router({
  listEvents: query(listEvents),
  getEvent: query(getEvent),
  listEventSessions: query(listEventSessions),
  getEventSession: query(getEventSession),
  listManagedEvents: query(listManagedEvents),
  getManagedEvent: query(getManagedEvent),
  createEvent: mutation(createEvent),
  updateEvent: mutation(updateEvent),
  createEventSession: mutation(createEventSession),
  updateEventSession: mutation(updateEventSession),
});
