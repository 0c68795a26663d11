import { authErrors } from "../../auth/errors.ts";
import { requireProof } from "../../auth/steps/require-proof.ts";
import { requireFactorsOfAnother } from "../../credentials/steps/remove-factors-of.ts";
import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { newId } from "../../platform/values/ids.ts";
import { Approval, AskApproval } from "../contract.ts";
import { viewApproval } from "../queries.ts";
import { expireWaiting, findWaitingOf, insertWaiting } from "../store.ts";

/**
 * Asks another operator to approve a refund, the end of a sale, a new operator, or that a person loses the second factors. What waits for the same thing already is
 * answered instead. Nothing is done before it is approved. Throws `proof_required` (403), `own_account` (409)
 * where it is about one's own second factors, `not_found` (404) where a person has none.
 */
export const askApproval = defineCommand({
  id: "approvals.ask-approval",
  summary:
    "Ask a second operator to approve a refund, the end of a sale, a new operator or the loss of second factors.",
  allow: role("ADMIN"),
  input: AskApproval,
  output: Approval,
  refuses: [authErrors.proof_required, authErrors.own_account],
  audit: (asked, approval) => ({ target: asked.id, meta: { ...asked, approvalId: approval?.id } }),
  async run(tx, asked) {
    await requireProof(tx);
    const { kind, id: subject, note } = asked;
    if (asked.kind === "remove_factors") await requireFactorsOfAnother(tx, asked.id);
    await expireWaiting(tx);
    const row = { id: newId("approval"), kind, subject, note, payload: asked, askedById: tx.actor.userId };
    await insertWaiting(tx, row);
    const [waiting] = await findWaitingOf(tx, kind, subject);
    if (!waiting) throw platformErrors.unavailable();
    return viewApproval(tx, waiting);
  },
});
