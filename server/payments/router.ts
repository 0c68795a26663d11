import { mutation, query, router } from "../platform/http/trpc.ts";
import { askRefundAgain } from "./commands/ask-refund-again.ts";
import { undoneRefunds } from "./queries.ts";

export const paymentsRouter = router({
  undoneRefunds: query(undoneRefunds),
  askRefundAgain: mutation(askRefundAgain),
});
