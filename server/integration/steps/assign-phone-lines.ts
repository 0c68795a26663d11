import type { Tx } from "../../platform/operation/context.ts";
import type { IntegrationSessionId } from "../contract.ts";
import type { IntegrationState } from "../machine.ts";
import { assignPhoneLine, findFreePhoneLines, findTimedOut, lockPhoneLines } from "../phone-lines.store.ts";
import { TIME_OVER_REASONS } from "../policy.ts";
import { endSessions, findInactive, markPassedOver, moveSession, nextWaiting } from "../store.ts";

const SYSTEM = { kind: "system", job: "integration.locks" } as const;

/**
 * Ends sessions whose time is over and assigns free phone lines, in the caller's transaction, which it keeps apart from all others that change a phone line. Every change of a
 * session or a phone line begins with this, so a lock ends on time for all sellers even if no job runs.
 */
export async function expireAndAssignPhoneLines(tx: Tx): Promise<void> {
  await lockPhoneLines(tx);
  const timedOut = await findTimedOut(tx);
  await endSessions(tx, timedOut, "LOCK_TIMEOUT", { reason: TIME_OVER_REASONS.LOCK_TIMEOUT, as: SYSTEM });
  await endSessions(tx, await findInactive(tx), "EXPIRED", { reason: TIME_OVER_REASONS.EXPIRED, as: SYSTEM });
  await assignFreePhoneLines(tx);
}

/** Ends a session and hands its phone line to the next in the queue, in the caller's transaction. */
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

/** Gives each free phone line to the first seller in the queue who is present. */
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
