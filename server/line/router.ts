import { EventSessionInput } from "../catalog/contract.ts";
import { mutation, procedure, query, router } from "../platform/trpc.ts";
import { askPlace } from "./commands/ask-place.ts";
import { joinLine } from "./commands/join-line.ts";
import { leaveLine } from "./commands/leave-line.ts";
import { watchLine } from "./live.ts";
import { getServing, myPlace } from "./queries.ts";

export const lineRouter = router({
  join: mutation(joinLine),
  mine: query(myPlace),
  status: query(askPlace),
  leave: mutation(leaveLine),
  serving: query(getServing),
  watch: procedure
    .input(EventSessionInput)
    .subscription(({ ctx, input, signal }) =>
      watchLine(ctx, input.eventSessionId, signal ?? new AbortController().signal),
    ),
});
