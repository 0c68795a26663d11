import type { Download } from "./platform/operation/list.ts";
import { listAttendees } from "./reports/attendees.ts";
import { listAudit } from "./reports/audit.ts";
import { listOrders } from "./reports/orders.ts";
import { listUnknownPayments } from "./reports/payments.ts";
import { listPeople } from "./reports/people.ts";
import { listRefunds } from "./reports/refunds.ts";
import { listSessionSales } from "./reports/sales.ts";
import { transmissionList } from "./transmissions/queries.ts";

/** The lists that can be downloaded as CSV files, by the name in the address (docs/spec/http-api.md#calls). */
export const downloads: Readonly<Record<string, Download>> = {
  audit: listAudit.download,
  orders: listOrders.download,
  "unknown-payments": listUnknownPayments.download,
  people: listPeople.download,
  refunds: listRefunds.download,
  "session-sales": listSessionSales.download,
  attendees: listAttendees.download,
  transmissions: transmissionList.download,
};
