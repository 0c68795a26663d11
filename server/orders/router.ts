import { query, router } from "../platform/trpc.ts";
import { getOrder, myOrders } from "./queries.ts";

export const ordersRouter = router({ mine: query(myOrders), get: query(getOrder) });
