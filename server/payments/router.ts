import { mutation, router } from "../platform/http/trpc.ts";
import { askRefundAgain } from "./commands/ask-refund-again.ts";

export const paymentsRouter = router({
  askRefundAgain: mutation(askRefundAgain),
});
