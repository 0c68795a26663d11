import { z } from "zod";
import { role } from "../platform/operation/allow.ts";
import { defineQuery } from "../platform/operation/command.ts";
import type { AppContext } from "../platform/operation/context.ts";
import { NoInput } from "../platform/values/text.ts";
import { Approval, AskApproval } from "./contract.ts";
import { findApprovals } from "./store.ts";

export const listApprovals = defineQuery({
  id: "approvals.list-approvals",
  summary: "What operators asked one another to approve, the waiting ones first.",
  allow: role("ADMIN"),
  input: NoInput,
  output: z.array(Approval),
  run: async (ctx) => (await findApprovals(ctx)).map((row) => viewApproval(ctx, row)),
});

/** An approval as the caller sees it. */
export function viewApproval(
  ctx: AppContext,
  { approval, askedBy, decidedBy, isOver }: Awaited<ReturnType<typeof findApprovals>>[number],
) {
  const { payload, outcome, askedById, ...row } = approval;
  const asked = AskApproval.parse(payload);
  const isRefund = asked.kind === "refund";
  return {
    ...row,
    amount: isRefund ? (asked.amount ?? null) : null,
    tickets: isRefund ? (asked.ticketIds?.length ?? null) : null,
    times: asked.kind === "shorten_sale" ? timesOf(asked) : null,
    state: outcome ?? (isOver ? ("expired" as const) : ("waiting" as const)),
    askedBy,
    decidedBy,
    own: ctx.actor.kind === "user" && ctx.actor.userId === askedById,
  };
}

const timesOf = ({
  startsAt,
  salesOpenAt,
  salesCloseAt,
  cancelDeadlineAt,
}: Extract<AskApproval, { kind: "shorten_sale" }>) => ({
  ...{ startsAt, salesOpenAt, salesCloseAt, cancelDeadlineAt },
});
