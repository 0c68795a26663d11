import { del, get, patch } from "../platform/http/rest.ts";
import { changeSeats } from "./commands/change-seats.ts";
import { releaseHold } from "./commands/release-hold.ts";
import { listSeats, seatStates } from "./queries.ts";

/** The routes that make and read a hold are in server/checkout/rest.ts, since they ask queue and payments too. */
export const holdsRoutes = [
  get("/sessions/:id/seats", listSeats),
  get("/sessions/:id/seats/states", seatStates),
  patch("/reservations/hold/:holdId", changeSeats),
  del("/reservations/hold/:holdId", releaseHold),
];
