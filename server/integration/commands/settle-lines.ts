import type { AppContext, Tx } from "../../platform/context.ts";
import { inTransaction } from "../../platform/transaction.ts";
import type { IntegrationSessionId } from "../contract.ts";
import { findFreeLines, findTimedOut, giveLine, hasIdleLine, lockLines } from "../lines.ts";
import type { IntegrationState } from "../machine.ts";
import { endSessions, findInactive, markPassedOver, moveSession, nextInLine } from "../store.ts";

const SYSTEM = { kind: "system", job: "integration.locks" } as const;

/** Ends what is due, and gives free phone lines to the next in line; a look, where nothing is. */
export async function settleLines(ctx: AppContext): Promise<void> {
  const due = await Promise.all([findTimedOut(ctx), findInactive(ctx)]);
  if (due.flat().length === 0 && !(await hasIdleLine(ctx))) return;
  await inTransaction(ctx, settleLinesWithin);
}

/**
 * The same in the caller's transaction, and alone: every change of a session or a line begins with this. So a lock ends
 * for everybody when its time is over, whether or not a job ran.
 */
export async function settleLinesWithin(tx: Tx): Promise<void> {
  await lockLines(tx);
  const timedOut = await findTimedOut(tx);
  await endSessions(tx, timedOut, "LOCK_TIMEOUT", { reason: "lock_expired", as: SYSTEM });
  await endSessions(tx, await findInactive(tx), "EXPIRED", { reason: "inactive", as: SYSTEM });
  await giveLines(tx);
}

/** Ends a session and hands its phone line to the next in line, in the caller's transaction. */
export async function endAndHandOn(
  tx: Tx,
  id: IntegrationSessionId,
  to: IntegrationState,
  reason: string,
  as: Tx["actor"] = tx.actor,
): Promise<void> {
  await endSessions(tx, [id], to, { reason, as });
  await giveLines(tx);
}

/** Gives every free phone line to the next in line who is there: first come, first served. */
export async function giveLines(tx: Tx): Promise<void> {
  const lines = await findFreeLines(tx);
  const next = lines.length > 0 ? await nextInLine(tx, lines.length) : [];
  for (const [index, { id, queueNumber }] of next.entries()) {
    const line = lines[index];
    if (!line) break;
    const { id: phoneLineId, fencingToken } = await giveLine(tx, line.id, id);
    await moveSession(tx, id, "LOCKED", {
      ...{ reason: "first_in_line", as: SYSTEM, metadata: { phoneLineId, fencingToken } },
    });
    await markPassedOver(tx, queueNumber ?? 0);
  }
}
