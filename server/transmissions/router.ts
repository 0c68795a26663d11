import { mutation, query, router } from "../platform/http/trpc.ts";
import { replayMatching } from "./commands/replay-matching.ts";
import { replayTransmission } from "./commands/replay-transmission.ts";
import { resolveTransmission } from "./commands/resolve-transmission.ts";
import { resumeDestination } from "./commands/resume-destination.ts";
import { countTransmissions, getTransmission, summarizeOutbox, transmissionList } from "./queries.ts";

export const transmissionsRouter = router({
  list: query(transmissionList),
  count: query(countTransmissions),
  get: query(getTransmission),
  summary: query(summarizeOutbox),
  replay: mutation(replayTransmission),
  replayMatching: mutation(replayMatching),
  resolve: mutation(resolveTransmission),
  resume: mutation(resumeDestination),
});
