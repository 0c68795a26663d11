import { mutation, query, router } from "../platform/http/trpc.ts";
import { changeSeats } from "./commands/change-seats.ts";
import { releaseHold } from "./commands/release-hold.ts";
import { getActiveHold, listSeats } from "./queries.ts";

export const holdsRouter = router({
  release: mutation(releaseHold),
  changeSeats: mutation(changeSeats),
  active: query(getActiveHold),
  seats: query(listSeats),
});
