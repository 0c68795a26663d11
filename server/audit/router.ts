import { query, router } from "../platform/http/trpc.ts";
import { checkSeals } from "./queries.ts";

export const auditRouter = router({ checkSeals: query(checkSeals) });
