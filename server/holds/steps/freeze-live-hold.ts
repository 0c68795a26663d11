import { databaseNow } from "../../platform/database/clock.ts";
import type { Tx } from "../../platform/operation/context.ts";
import type { HoldId } from "../contract.ts";
import { statusOf } from "../policy.ts";
import { freezeHolds, lockHolds } from "../store.ts";

/**
 * Freezes a live hold while its buyer's money moves, in the caller's transaction.
 * @returns false where the hold is over: there is nothing to charge for
 */
export async function freezeLiveHold(tx: Tx, id: HoldId): Promise<boolean> {
  const [hold] = await lockHolds(tx, [id]);
  if (!hold || statusOf(hold, await databaseNow(tx.db)) !== "ACTIVE") return false;
  await freezeHolds(tx, [id]);
  return true;
}
