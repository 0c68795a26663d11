import { mutation, query, router } from "../platform/http/trpc.ts";
import { releaseHold } from "./commands/release-hold.ts";
import { getActiveHold, listSeats } from "./queries.ts";

export const holdsRouter = router({
  release: mutation(releaseHold),
  active: query(getActiveHold),
  seats: query(listSeats),
});
