import { mutation, query, router } from "../platform/http/trpc.ts";
import { checkInTicket } from "./commands/check-in-ticket.ts";
import { myTickets } from "./queries.ts";

export const ticketsRouter = router({ mine: query(myTickets), checkIn: mutation(checkInTicket) });
