import type { z } from "zod";
import { get, post, type RestExchange } from "../platform/http/rest.ts";
import { admitGuests } from "./commands/admit-guests.ts";
import { checkInTicket } from "./commands/check-in-ticket.ts";
import { openDoor } from "./commands/open-door.ts";
import { scanTickets } from "./commands/scan-tickets.ts";
import { Door, type OpenedDoor } from "./contract.ts";
import { getDoor, listDoorGuests, listDoorTickets } from "./queries.ts";
import { doorCookie } from "./tokens.ts";

/** Longer than a door link lasts: its end is asked of the database at every call. */
const COOKIE_SECONDS = 400 * 86_400;

const keepDevice = (exchange: RestExchange, { deviceToken, ...door }: z.output<typeof OpenedDoor>) => {
  exchange.setCookie({ ...doorCookie(), value: deviceToken, maxAgeSeconds: COOKIE_SECONDS });
  return door;
};

const withDevice = (exchange: RestExchange, given: Record<string, unknown>) => ({
  ...given,
  deviceToken: exchange.cookie(doorCookie().name),
});

export const doorsRoutes = [
  post("/tickets/check-in", checkInTicket, { status: 200 }),
  post("/door/devices", openDoor, { input: withDevice, answer: keepDevice, answerSchema: Door }),
  get("/door", getDoor),
  get("/door/tickets", listDoorTickets),
  get("/door/guests", listDoorGuests),
  post("/door/scans", scanTickets, { status: 200 }),
  post("/door/arrivals", admitGuests, { status: 200 }),
];
