import { del, get } from "../platform/http/rest.ts";
import { releaseHold } from "./commands/release-hold.ts";
import { listSeats } from "./queries.ts";

/** The routes that make and read a hold are in server/checkout/rest.ts, since they ask queue and payments too. */
export const holdsRoutes = [
  get("/sessions/:id/seats", listSeats),
  del("/reservations/hold/:holdId", releaseHold),
];
