import { del, post } from "../platform/http/rest.ts";
import { holdTickets } from "./commands/hold-tickets.ts";
import { releaseHold } from "./commands/release-hold.ts";

export const holdsRoutes = [
  post("/reservations/hold", holdTickets),
  del("/reservations/hold/:holdId", releaseHold),
];
