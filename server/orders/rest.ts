import { get } from "../platform/rest.ts";
import { getOrder, myOrders } from "./queries.ts";

export const ordersRoutes = [get("/me/orders", myOrders), get("/me/orders/:id", getOrder)];
