import { query, router } from "../platform/http/trpc.ts";
import { myTickets } from "./queries.ts";

export const ticketsRouter = router({ mine: query(myTickets) });
