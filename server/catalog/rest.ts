import { get, patch, post } from "../platform/http/rest.ts";
import { createEvent } from "./commands/create-event.ts";
import { createEventSession } from "./commands/create-event-session.ts";
import { updateEvent } from "./commands/update-event.ts";
import { updateEventSession } from "./commands/update-event-session.ts";
import { getEvent, getManagedEvent, listEventSessions, listEvents, listManagedEvents } from "./queries.ts";

/** Fits SEATS_MAX seats with long numbers and sections in Korean. */
const SEATS_BYTES_MAX = 16 * 1024 * 1024;

export const catalogRoutes = [
  get("/events", listEvents),
  get("/events/:eventId", getEvent),
  get("/events/:eventId/sessions", listEventSessions),
  get("/admin/events", listManagedEvents),
  get("/admin/events/:eventId", getManagedEvent),
  post("/admin/events", createEvent, { bodyBytesMax: SEATS_BYTES_MAX }),
  patch("/admin/events/:eventId", updateEvent),
  post("/admin/events/:eventId/sessions", createEventSession, { bodyBytesMax: SEATS_BYTES_MAX }),
  patch("/admin/sessions/:id", updateEventSession),
];
