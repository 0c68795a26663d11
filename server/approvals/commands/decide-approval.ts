import { findActiveAdmins } from "../../auth/accounts.store.ts";
import { changeRole } from "../../auth/commands/grant-role.ts";
import { authErrors } from "../../auth/errors.ts";
import { requireProof } from "../../auth/steps/require-proof.ts";
import { cancelWholeEvent } from "../../cancellations/commands/cancel-event.ts";
import { cancelOneSession } from "../../cancellations/commands/cancel-event-session.ts";
import { changeEvent } from "../../catalog/commands/update-event.ts";
import { changeEventSession } from "../../catalog/commands/update-event-session.ts";
import { catalogErrors } from "../../catalog/errors.ts";
import { refundOrder, refundPaidOrder } from "../../checkout/commands/refund-order.ts";
import { removeFactorsOf } from "../../credentials/steps/remove-factors-of.ts";
import { databaseNow } from "../../platform/database/clock.ts";
import { role } from "../../platform/operation/allow.ts";
import { defineCommand } from "../../platform/operation/command.ts";
import type { Tx, UserActor } from "../../platform/operation/context.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { Approval, AskApproval, DecideApproval } from "../contract.ts";
import { approvalErrors } from "../errors.ts";
import { viewApproval } from "../queries.ts";
import { findApproval, lockApproval, saveDecision } from "../store.ts";

/**
 * Approves or refuses what another operator asked for; what is approved is done in the same transaction, and where that is
 * refused, it waits on. Throws `not_found`, `own_account`, `own_approval`, `approval_over`, `asker_left` (409), `proof_required` (403), and what the act itself is
 * refused with.
 */
export const decideApproval = defineCommand({
  id: "approvals.decide-approval",
  summary: "Approve or refuse what another operator asked for.",
  allow: role("ADMIN"),
  input: DecideApproval,
  output: Approval,
  refuses: [
    authErrors.proof_required,
    authErrors.own_account,
    approvalErrors.own_approval,
    approvalErrors.approval_over,
    approvalErrors.asker_left,
    catalogErrors.session_cancelled,
    catalogErrors.tickets_taken,
    ...refundOrder.refuses,
  ],
  audit: ({ id, outcome, note }, approval) => ({
    target: id,
    meta: { outcome, note, kind: approval?.kind, subject: approval?.subject },
  }),
  async run(tx, { id, outcome, note }) {
    await requireProof(tx);
    const approval = await lockApproval(tx, id);
    if (!approval) throw platformErrors.not_found({ what: "approval" });
    if (approval.outcome || approval.expiresAt <= (await databaseNow(tx.db)))
      throw approvalErrors.approval_over();
    if (approval.askedById === tx.actor.userId) throw approvalErrors.own_approval();
    if (outcome === "approved") {
      await requireAsker(tx, approval.askedById);
      await act(tx, AskApproval.parse(approval.payload));
    }
    await saveDecision(tx, id, { outcome, decidedById: tx.actor.userId, decisionNote: note });
    const [decided] = await findApproval(tx, id);
    if (!decided) throw platformErrors.not_found({ what: "approval" });
    return viewApproval(tx, decided);
  },
});

/** Two have to stand behind an act: who asked and is suspended or demoted since does not any more. */
async function requireAsker(tx: Tx, askedById: UserActor["userId"]): Promise<void> {
  const operators = await findActiveAdmins(tx);
  if (!operators.some(({ id }) => id === askedById)) throw approvalErrors.asker_left();
}

async function act(tx: Tx<UserActor>, asked: AskApproval): Promise<void> {
  switch (asked.kind) {
    case "refund":
      await refundPaidOrder(tx, asked);
      return;
    case "close_sale":
      await changeEventSession(tx, { id: asked.id, status: "CLOSED" });
      return;
    case "shorten_sale": {
      const { kind: _, note: reason, ...times } = asked;
      await changeEventSession(tx, { ...times, reason });
      return;
    }
    case "cancel_session":
      await cancelOneSession(tx, { id: asked.id, reason: asked.note });
      return;
    case "cancel_event":
      await cancelWholeEvent(tx, { eventId: asked.id, reason: asked.note });
      return;
    case "archive_event":
      await changeEvent(tx, { eventId: asked.id, status: "ARCHIVED" });
      return;
    case "withdraw_event":
      await changeEvent(tx, { eventId: asked.id, status: "DRAFT" });
      return;
    case "make_operator":
      await changeRole(tx, { userId: asked.id, role: "ADMIN" });
      return;
    case "remove_factors":
      await removeFactorsOf(tx, asked.id);
  }
}
