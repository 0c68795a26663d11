import { query, router } from "../platform/http/trpc.ts";
import { getHistory } from "./queries.ts";

export const healthRouter = router({ history: query(getHistory) });
