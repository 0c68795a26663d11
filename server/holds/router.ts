import { mutation, query, router, subscription } from "../platform/http/trpc.ts";
import { changeSeats } from "./commands/change-seats.ts";
import { releaseHold } from "./commands/release-hold.ts";
import { seatWatch } from "./live.ts";
import { getActiveHold, listSeats, seatStates } from "./queries.ts";

export const holdsRouter = router({
  release: mutation(releaseHold),
  changeSeats: mutation(changeSeats),
  active: query(getActiveHold),
  seats: query(listSeats),
  seatStates: query(seatStates),
  watchSeats: subscription(seatWatch),
});
