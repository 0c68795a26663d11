import { databaseNow } from "../../platform/database/clock.ts";
import type { Tx } from "../../platform/operation/context.ts";
import type { HoldId } from "../contract.ts";
import { HOLD_MAX_SECONDS, statusOf } from "../policy.ts";
import { freezeHolds, lockHolds, unfreezeHold as thaw } from "../store.ts";

/**
 * Keeps a live hold while its buyer's money moves, in the caller's transaction: it lasts as long as a hold may, and the
 * buyer cannot give it back.
 * @returns false where it is over: there is nothing to charge for
 */
export async function freezeLiveHold(tx: Tx, id: HoldId): Promise<boolean> {
  const [hold] = await lockHolds(tx, [id]);
  if (!hold || statusOf(hold, await databaseNow(tx.db)) !== "ACTIVE") return false;
  await freezeHolds(tx, [id], HOLD_MAX_SECONDS);
  return true;
}

/** Keeps the stock of holds whose payment has an unknown outcome, unless the hold has ended already. */
export const keepHolds = async (tx: Tx, ids: readonly HoldId[]): Promise<void> => {
  if (ids.length > 0) await freezeHolds(tx, ids, HOLD_MAX_SECONDS);
};

/** Gives a hold back to its buyer for what is left of its time: no money moved. */
export const unfreezeHold = (tx: Tx, id: HoldId, expiresAt: Date): Promise<void> => thaw(tx, id, expiresAt);
