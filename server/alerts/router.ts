import { query, router } from "../platform/trpc.ts";
import { listAlerts } from "./queries.ts";

export const alertsRouter = router({ list: query(listAlerts) });
