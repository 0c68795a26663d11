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
import { TIME_OVER_REASONS } from "../policy.ts";
import { endSessions, findInactive, markPassedOver, moveSession, nextWaiting } from "../store.ts";

const SYSTEM = { kind: "system", job: "integration.locks" } as const;

/** Ends sessions whose time is over and assigns free phone lines. It only reads where neither is needed. */
export async function assignPhoneLines(ctx: AppContext): Promise<void> {
  await endTimedOut(ctx);
  await endInactive(ctx);
}

/** The same, for sessions whose lock on a phone line has timed out and for free phone lines. */
export async function endTimedOut(ctx: AppContext): Promise<void> {
  if ((await findTimedOut(ctx)).length > 0 || (await hasIdlePhoneLine(ctx)))
    await inTransaction(ctx, expireAndAssignPhoneLines);
}

/** The same, for sessions without a step for too long. */
export async function endInactive(ctx: AppContext): Promise<void> {
  if ((await findInactive(ctx)).length > 0) await inTransaction(ctx, expireAndAssignPhoneLines);
}

/**
 * The same in the caller's transaction, which it keeps apart from all others that change a phone line. Every change of a
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
