import { get, post } from "../platform/http/rest.ts";
import { cancelEvent } from "./commands/cancel-event.ts";
import { cancelEventSession } from "./commands/cancel-event-session.ts";
import { listCancellations } from "./queries.ts";

export const cancellationRoutes = [
  get("/admin/events/:eventId/cancellations", listCancellations),
  post("/admin/events/:eventId/cancel", cancelEvent, { status: 200 }),
  post("/admin/sessions/:id/cancel", cancelEventSession, { status: 200 }),
];
