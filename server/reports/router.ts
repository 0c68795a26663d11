import { query, router } from "../platform/http/trpc.ts";
import { listAudit } from "./audit.ts";
import { find } from "./find.ts";
import { getOrderReport } from "./order.ts";
import { listOrders } from "./orders.ts";
import { listUnknownPayments } from "./payments.ts";
import { listRefunds } from "./refunds.ts";

/** What operators read across domains; each is for administrators alone. */
export const reportsRouter = router({
  audit: query(listAudit),
  find: query(find),
  order: query(getOrderReport),
  orders: query(listOrders),
  unknownPayments: query(listUnknownPayments),
  refunds: query(listRefunds),
});
