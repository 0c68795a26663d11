import type { EventSessionId } from "../../catalog/contract.ts";
import { moveStock } from "../../catalog/steps/move-stock.ts";
import type { Step } from "../../platform/database/transition.ts";
import type { Tx } from "../../platform/operation/context.ts";
import type { HoldId } from "../contract.ts";
import { stockOf } from "../policy.ts";
import { countReturned, endHolds } from "../store.ts";

/**
 * Turns paid holds' tickets into sold ones while they live.
 * @returns the holds whose tickets are sold now; the others are over
 */
export async function sellHolds(tx: Tx, steps: readonly Step<HoldId>[]): Promise<Set<HoldId>> {
  const confirmed = await endHolds(tx, steps, "CONFIRMED", "paid");
  for (const stock of stockOf(confirmed)) await moveStock(tx, { ...stock, move: "sell", reason: "paid" });
  return new Set(confirmed.map(({ id }) => id));
}

/**
 * Puts sold tickets back on sale, in the caller's transaction. A hold gives no more back than it has.
 * @param returned - how many tickets of each hold
 */
export async function returnSoldTickets(
  tx: Tx,
  returned: ReadonlyMap<HoldId, number>,
  reason: string,
): Promise<void> {
  const moved: { readonly eventSessionId: EventSessionId; readonly quantity: number }[] = [];
  for (const [holdId, quantity] of returned) {
    const hold = quantity > 0 ? await countReturned(tx, holdId, quantity) : undefined;
    if (hold) moved.push({ eventSessionId: hold.eventSessionId, quantity });
  }
  for (const stock of stockOf(moved)) await moveStock(tx, { ...stock, move: "giveBack", reason });
}
