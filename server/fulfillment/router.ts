import { mutation, router } from "../platform/http/trpc.ts";
import { moveShipping } from "./commands/move-shipping.ts";

export const fulfillmentRouter = router({
  move: mutation(moveShipping),
});
