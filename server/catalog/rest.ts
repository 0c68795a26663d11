import { get, patch, post } from "../platform/http/rest.ts";
import { createEvent } from "./commands/create-event.ts";
import { createEventSession } from "./commands/create-event-session.ts";
import { updateEvent } from "./commands/update-event.ts";
import { updateEventSession } from "./commands/update-event-session.ts";
import { getEvent, listEventSessions, listEvents } from "./queries.ts";

export const catalogRoutes = [
  get("/events", listEvents),
  get("/events/:eventId", getEvent),
  get("/events/:eventId/sessions", listEventSessions),
  post("/admin/events", createEvent),
  patch("/admin/events/:eventId", updateEvent),
  post("/admin/events/:eventId/sessions", createEventSession),
  patch("/admin/sessions/:id", updateEventSession),
];
