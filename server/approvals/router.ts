import { mutation, query, router } from "../platform/http/trpc.ts";
import { askApproval } from "./commands/ask-approval.ts";
import { decideApproval } from "./commands/decide-approval.ts";
import { listApprovals } from "./queries.ts";

export const approvalsRouter = router({
  list: query(listApprovals),
  ask: mutation(askApproval),
  decide: mutation(decideApproval),
});
