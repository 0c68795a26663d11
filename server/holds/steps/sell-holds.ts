import { moveStock } from "../../catalog/steps/move-stock.ts";
import type { Step } from "../../platform/database/transition.ts";
import type { Tx } from "../../platform/operation/context.ts";
import type { HoldId } from "../contract.ts";
import { stockOf } from "../policy.ts";
import { endHolds, markUnsold } from "../store.ts";

/**
 * Turns paid holds' tickets into sold ones while they live.
 * @returns the holds whose tickets are sold now; the others are over
 */
export async function sellHolds(tx: Tx, steps: readonly Step<HoldId>[]): Promise<Set<HoldId>> {
  const confirmed = await endHolds(tx, steps, "CONFIRMED", "paid");
  for (const stock of stockOf(confirmed)) await moveStock(tx, { ...stock, move: "sell", reason: "paid" });
  return new Set(confirmed.map(({ id }) => id));
}

/** Puts the sold tickets of a cancelled order back on sale, once. */
export async function returnSoldTickets(tx: Tx, holdId: HoldId, reason: string): Promise<void> {
  const hold = await markUnsold(tx, holdId);
  if (hold) for (const stock of stockOf([hold])) await moveStock(tx, { ...stock, move: "giveBack", reason });
}
