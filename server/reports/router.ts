import { query, router } from "../platform/http/trpc.ts";
import { listAttendees } from "./attendees.ts";
import { listAudit } from "./audit.ts";
import { find } from "./find.ts";
import { listHolds, listIntegrationSessions, listPayments } from "./in-state.ts";
import { getOrderReport } from "./order.ts";
import { listOrders } from "./orders.ts";
import { listUnknownPayments } from "./payments.ts";
import { listPeople } from "./people.ts";
import { getPersonReport } from "./person.ts";
import { listRefunds } from "./refunds.ts";
import { getSessionSales, listSessionSales } from "./sales.ts";
import { getShippingReport } from "./shipping.ts";
import { countShippings, listShippings } from "./shippings.ts";
import { countStates } from "./states.ts";

/** What is read across domains: by operators, and by sellers about their own sales. */
export const reportsRouter = router({
  audit: query(listAudit),
  find: query(find),
  order: query(getOrderReport),
  orders: query(listOrders),
  people: query(listPeople),
  person: query(getPersonReport),
  unknownPayments: query(listUnknownPayments),
  refunds: query(listRefunds),
  sessionSales: query(listSessionSales),
  salesOfSession: query(getSessionSales),
  attendees: query(listAttendees),
  shippings: query(listShippings),
  shippingCounts: query(countShippings),
  shipping: query(getShippingReport),
  states: query(countStates),
  payments: query(listPayments),
  holds: query(listHolds),
  integrationSessions: query(listIntegrationSessions),
});
