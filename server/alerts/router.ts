import { mutation, query, router } from "../platform/http/trpc.ts";
import { acknowledgeAlert } from "./commands/acknowledge-alert.ts";
import { endAlert } from "./commands/end-alert.ts";
import { listAlerts, listOwners } from "./queries.ts";

export const alertsRouter = router({
  list: query(listAlerts),
  owners: query(listOwners),
  acknowledge: mutation(acknowledgeAlert),
  end: mutation(endAlert),
});
