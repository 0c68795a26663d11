import { get, post } from "../platform/http/rest.ts";
import { checkInTicket } from "./commands/check-in-ticket.ts";
import { getTicketKey, myTickets } from "./queries.ts";

export const ticketsRoutes = [
  get("/me/tickets", myTickets),
  get("/tickets/keys", getTicketKey, { cacheControl: "public, max-age=3600" }),
  post("/tickets/check-in", checkInTicket, { status: 200 }),
];
