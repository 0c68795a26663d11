import { mutation, query, router, subscription } from "../platform/trpc.ts";
import { askPlace } from "./commands/ask-place.ts";
import { joinLine } from "./commands/join-line.ts";
import { leaveLine } from "./commands/leave-line.ts";
import { figureWatch } from "./live.ts";
import { getServing, myPlace } from "./queries.ts";

export const lineRouter = router({
  join: mutation(joinLine),
  mine: query(myPlace),
  status: query(askPlace),
  leave: mutation(leaveLine),
  serving: query(getServing),
  watch: subscription(figureWatch),
});
