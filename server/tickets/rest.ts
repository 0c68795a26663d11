import { get } from "../platform/http/rest.ts";
import { getTicketKey, myTickets } from "./queries.ts";

export const ticketsRoutes = [
  get("/me/tickets", myTickets),
  get("/tickets/keys", getTicketKey, { cacheControl: "public, max-age=3600" }),
];
