import { mutation, query, router, subscription } from "../platform/http/trpc.ts";
import { askPlace } from "./commands/ask-place.ts";
import { joinQueue } from "./commands/join-queue.ts";
import { leaveQueue } from "./commands/leave-queue.ts";
import { queueWatch } from "./live.ts";
import { getServing, myPlace } from "./queries.ts";

export const queueRouter = router({
  join: mutation(joinQueue),
  mine: query(myPlace),
  status: query(askPlace),
  leave: mutation(leaveQueue),
  serving: query(getServing),
  watch: subscription(queueWatch),
});
