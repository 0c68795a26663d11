import { mutation, query, router } from "../platform/trpc.ts";
import { cancelOrder } from "./commands/cancel-order.ts";
import { checkOut } from "./commands/check-out.ts";
import { getOrder, myOrders } from "./queries.ts";

export const checkoutRouter = router({
  checkOut: mutation(checkOut),
  cancel: mutation(cancelOrder),
  myOrders: query(myOrders),
  order: query(getOrder),
});
