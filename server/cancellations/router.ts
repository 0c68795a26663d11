import { mutation, query, router } from "../platform/http/trpc.ts";
import { cancelEvent } from "./commands/cancel-event.ts";
import { cancelEventSession } from "./commands/cancel-event-session.ts";
import { listCancellations } from "./queries.ts";

export const cancellationsRouter = router({
  list: query(listCancellations),
  cancelEvent: mutation(cancelEvent),
  cancelEventSession: mutation(cancelEventSession),
});
