import { mutation, router } from "../platform/http/trpc.ts";
import { askRefundAgain } from "./commands/ask-refund-again.ts";
import { closeRefund } from "./commands/close-refund.ts";

export const paymentsRouter = router({
  askRefundAgain: mutation(askRefundAgain),
  closeRefund: mutation(closeRefund),
});
