import { mutation, query, router } from "../platform/http/trpc.ts";
import { endAlert } from "./commands/end-alert.ts";
import { listAlerts } from "./queries.ts";

export const alertsRouter = router({ list: query(listAlerts), end: mutation(endAlert) });
