import { mutation, query, router } from "../platform/http/trpc.ts";
import { holdTickets } from "./commands/hold-tickets.ts";
import { releaseHold } from "./commands/release-hold.ts";
import { getActiveHold } from "./queries.ts";

export const holdsRouter = router({
  hold: mutation(holdTickets),
  release: mutation(releaseHold),
  active: query(getActiveHold),
});
