import { inTransaction } from "../../platform/database/transaction.ts";
import { signedIn } from "../../platform/operation/allow.ts";
import { writeAudit } from "../../platform/operation/audit.ts";
import { defineDirectCommand } from "../../platform/operation/command.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { requireNotOthers } from "../accounts.store.ts";
import { MoveSession, SessionView } from "../contract.ts";
import { integrationErrors } from "../errors.ts";
import { requireProof } from "../gateways/configured.ts";
import { endDueSessions } from "../jobs/end-due-sessions.ts";
import { HOLDING_STATES, integrationSessionMachine as machine } from "../machine.ts";
import { findPhoneLineOf, renewPhoneLine } from "../phone-lines.store.ts";
import { requireDetails, rolesOf } from "../policy.ts";
import { requireVisibleSession, viewSession } from "../queries.ts";
import {
  assignFreePhoneLines,
  endAndAssignNext,
  expireAndAssignPhoneLines,
} from "../steps/assign-phone-lines.ts";
import { completeSession } from "../steps/complete-session.ts";
import { enqueue, moveSession as move, type SessionRow, touchWaiting } from "../store.ts";

/**
 * Makes a step in a session, as its seller or an admin. Throws `not_found` for another's session,
 * `illegal_transition` (409), `step_not_yours` (403), `stale_fencing_token` (409), `bad_vendor_id`,
 * `bad_business_number`, `bad_issue_date` (400), `not_connected_yet`, `keys_needed`, `keys_refused`, `vendor_connected` (409),
 * `marketplace_away` (503).
 */
export const moveSession = defineDirectCommand({
  id: "integration.move-session",
  summary: "Make a step in a session.",
  allow: signedIn,
  input: MoveSession,
  output: SessionView,
  refuses: [
    integrationErrors.step_not_yours,
    integrationErrors.stale_fencing_token,
    integrationErrors.bad_vendor_id,
    integrationErrors.bad_business_number,
    integrationErrors.bad_issue_date,
    integrationErrors.not_connected_yet,
    integrationErrors.keys_needed,
    integrationErrors.keys_refused,
    integrationErrors.vendor_connected,
    integrationErrors.marketplace_away,
  ],
  async run(ctx, input) {
    await touchWaiting(ctx, [ctx.actor.userId]);
    await endDueSessions(ctx);
    // The marketplace is asked before anything is locked, and only where the step could be made.
    const proved =
      input.status === "COMPLETED"
        ? await requireProof(ctx, await requireVisibleSession(ctx, input.id), input.keys)
        : undefined;
    return inTransaction(ctx, (tx) => step(tx, input, proved));
  },
});

type Proved = Awaited<ReturnType<typeof requireProof>>;

async function step(tx: Tx, { id, status, reason, fencingToken }: MoveSession, proved: Proved) {
  await expireAndAssignPhoneLines(tx);
  const session = await requireVisibleSession(tx, id);
  if (session.state === status) return viewSession(tx, session);
  await requireStep(tx, session, { status, fencingToken });
  if (status === "COMPLETED") await completeSession(tx, session, proved);
  else if (STEPS[status]) await STEPS[status](tx, session, reason);
  else await goOn(tx, session, status);
  writeAudit(tx, [{ action: moveSession.id, target: id, outcome: "ok", meta: { to: status, reason } }]);
  return viewSession(tx, await requireVisibleSession(tx, id));
}

type Wanted = Pick<MoveSession, "status" | "fencingToken">;

async function requireStep(tx: Tx, session: SessionRow, { status: to, fencingToken }: Wanted): Promise<void> {
  const { state: from, userId } = session;
  if (!machine.allows(from, to)) throw platformErrors.illegal_transition({ machine: machine.name, from, to });
  if (!rolesOf(tx.actor, userId).some((role) => machine.mayEnter(to, role)))
    throw integrationErrors.step_not_yours({ to });
  const held = await findPhoneLineOf(tx, session.id);
  if (HOLDING_STATES.includes(from) && !held) throw integrationErrors.stale_fencing_token();
  if (fencingToken !== undefined && fencingToken !== held?.line.fencingToken)
    throw integrationErrors.stale_fencing_token();
}

type Step = (tx: Tx, session: SessionRow, reason: string | undefined) => Promise<unknown>;

/** The steps that are more than a step. */
const STEPS: Partial<Record<MoveSession["status"], Step>> = {
  async WAITING_FOR_LOCK(tx, { id, userId, vendorId, businessNumber }) {
    requireDetails(vendorId, businessNumber);
    await requireNotOthers(tx, vendorId, userId);
    await move(tx, id, "WAITING_FOR_LOCK", {});
    await enqueue(tx, id);
    await assignFreePhoneLines(tx);
  },
  async EMAIL_WAITING(tx, { id, emailCode }) {
    await move(tx, id, "EMAIL_WAITING", { reason: "code_used" });
    // It came before its turn, and was kept.
    if (emailCode) await move(tx, id, "EMAIL_RECEIVED", { reason: "email_came_early", as: SYSTEM });
    await renewPhoneLine(tx, id);
  },
  CANCELLED: (tx, { id }, reason = "cancelled") => endAndAssignNext(tx, id, "CANCELLED", reason),
  FAILED: (tx, { id }, reason = "failed_by_admin") => endAndAssignNext(tx, id, "FAILED", reason),
};

const SYSTEM = { kind: "system", job: "integration.inbound" } as const;

async function goOn(tx: Tx, { id }: SessionRow, to: MoveSession["status"]): Promise<void> {
  await move(tx, id, to, {});
  await renewPhoneLine(tx, id);
}
