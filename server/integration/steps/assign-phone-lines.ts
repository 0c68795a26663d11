import { inTransaction } from "../../platform/database/transaction.ts";
import type { AppContext, Tx } from "../../platform/operation/context.ts";
import type { IntegrationSessionId } from "../contract.ts";
import type { IntegrationState } from "../machine.ts";
import {
  assignPhoneLine,
  findFreePhoneLines,
  findTimedOut,
  hasIdlePhoneLine,
  lockPhoneLines,
} from "../phone-lines.store.ts";
import { endSessions, findInactive, markPassedOver, moveSession, nextWaiting } from "../store.ts";

const SYSTEM = { kind: "system", job: "integration.locks" } as const;

/** Ends what is due, and gives free phone lines to the next in line; a look, where nothing is. */
export async function assignPhoneLines(ctx: AppContext): Promise<void> {
  const due = await Promise.all([findTimedOut(ctx), findInactive(ctx)]);
  if (due.flat().length === 0 && !(await hasIdlePhoneLine(ctx))) return;
  await inTransaction(ctx, expireAndAssignPhoneLines);
}

/**
 * The same in the caller's transaction, and alone: every change of a session or a line begins with this. So a lock ends
 * for everybody when its time is over, whether or not a job ran.
 */
export async function expireAndAssignPhoneLines(tx: Tx): Promise<void> {
  await lockPhoneLines(tx);
  const timedOut = await findTimedOut(tx);
  await endSessions(tx, timedOut, "LOCK_TIMEOUT", { reason: "lock_expired", as: SYSTEM });
  await endSessions(tx, await findInactive(tx), "EXPIRED", { reason: "inactive", as: SYSTEM });
  await assignFreePhoneLines(tx);
}

/** Ends a session and hands its phone line to the next in line, in the caller's transaction. */
export async function endAndAssignNext(
  tx: Tx,
  id: IntegrationSessionId,
  to: IntegrationState,
  reason: string,
  as: Tx["actor"] = tx.actor,
): Promise<void> {
  await endSessions(tx, [id], to, { reason, as });
  await assignFreePhoneLines(tx);
}

/** Gives every free phone line to the next in line who is there: first come, first served. */
export async function assignFreePhoneLines(tx: Tx): Promise<void> {
  const lines = await findFreePhoneLines(tx);
  const next = lines.length > 0 ? await nextWaiting(tx, lines.length) : [];
  for (const [index, { id, queueNumber }] of next.entries()) {
    const line = lines[index];
    if (!line) break;
    const { id: phoneLineId, fencingToken } = await assignPhoneLine(tx, line.id, id);
    await moveSession(tx, id, "LOCKED", {
      ...{ reason: "first_in_line", as: SYSTEM, metadata: { phoneLineId, fencingToken } },
    });
    await markPassedOver(tx, queueNumber ?? 0);
  }
}
