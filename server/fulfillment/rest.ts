import { patch, post } from "../platform/http/rest.ts";
import { correctTracking } from "./commands/correct-tracking.ts";
import { moveShipping } from "./commands/move-shipping.ts";
import { moveShippings } from "./commands/move-shippings.ts";

export const fulfillmentRoutes = [
  patch("/admin/shippings/:id", moveShipping),
  patch("/admin/shippings/:id/tracking", correctTracking),
  post("/admin/shippings/moves", moveShippings, { status: 200 }),
];
