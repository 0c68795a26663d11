import { del, get, post, type RestRoute } from "../platform/http/rest.ts";
import { askPlace } from "./commands/ask-place.ts";
import { joinQueue } from "./commands/join-queue.ts";
import { leaveQueue } from "./commands/leave-queue.ts";
import { getServing } from "./queries.ts";

export const queueRoutes: RestRoute[] = [
  post("/queue/token", joinQueue),
  del("/queue/token", leaveQueue),
  get("/queue/status", askPlace),
  get("/queue/serving", getServing, { cacheControl: "public, max-age=1" }),
];
