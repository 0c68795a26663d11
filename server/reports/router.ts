import { query, router } from "../platform/http/trpc.ts";
import { find } from "./find.ts";
import { listOrders } from "./orders.ts";
import { listRefunds } from "./refunds.ts";

/** What operators read across domains; each is for administrators alone. */
export const reportsRouter = router({
  find: query(find),
  orders: query(listOrders),
  refunds: query(listRefunds),
});
