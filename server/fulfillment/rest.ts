import { patch } from "../platform/http/rest.ts";
import { moveShipping } from "./commands/move-shipping.ts";

export const fulfillmentRoutes = [patch("/admin/shippings/:id", moveShipping)];
