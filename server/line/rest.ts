import { del, get, post, type RestRoute } from "../platform/rest.ts";
import { askPlace } from "./commands/ask-place.ts";
import { joinLine } from "./commands/join-line.ts";
import { leaveLine } from "./commands/leave-line.ts";
import { getServing } from "./queries.ts";

export const lineRoutes: RestRoute[] = [
  post("/queue/token", joinLine),
  del("/queue/token", leaveLine),
  get("/queue/status", askPlace),
  get("/queue/serving", getServing, { cacheControl: "public, max-age=1" }),
];
