import { mutation, router } from "../platform/http/trpc.ts";
import { correctTracking } from "./commands/correct-tracking.ts";
import { moveShipping } from "./commands/move-shipping.ts";
import { moveShippings } from "./commands/move-shippings.ts";
import { readAddresses } from "./commands/read-addresses.ts";

export const fulfillmentRouter = router({
  move: mutation(moveShipping),
  moveMany: mutation(moveShippings),
  correctTracking: mutation(correctTracking),
  readAddresses: mutation(readAddresses),
});
