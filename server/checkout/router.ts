import { mutation, router } from "../platform/trpc.ts";
import { cancelOrder } from "./commands/cancel-order.ts";
import { checkOut } from "./commands/check-out.ts";

export const checkoutRouter = router({ checkOut: mutation(checkOut), cancel: mutation(cancelOrder) });
