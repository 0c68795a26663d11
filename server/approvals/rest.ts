import { get, post } from "../platform/http/rest.ts";
import { askApproval } from "./commands/ask-approval.ts";
import { decideApproval } from "./commands/decide-approval.ts";
import { listApprovals } from "./queries.ts";

export const approvalsRoutes = [
  get("/admin/approvals", listApprovals),
  post("/admin/approvals", askApproval),
  post("/admin/approvals/:id/decision", decideApproval, { status: 200 }),
];
