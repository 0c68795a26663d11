import { del, get, post } from "../platform/rest.ts";
import { holdTickets } from "./commands/hold-tickets.ts";
import { releaseHold } from "./commands/release-hold.ts";
import { getHold } from "./queries.ts";

export const holdsRoutes = [
  post("/reservations/hold", holdTickets),
  get("/reservations/hold/:holdId", getHold),
  del("/reservations/hold/:holdId", releaseHold),
];
