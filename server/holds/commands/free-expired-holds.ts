import { moveStock } from "../../catalog/commands/move-stock.ts";
import type { EventSessionId } from "../../catalog/contract.ts";
import type { Tx } from "../../platform/context.ts";
import { expireHolds } from "../store.ts";

/**
 * Puts the stock of holds past their time back on sale, in the transaction of whoever wants stock: correctness never
 * waits for a job (SPEC 5).
 * @returns how many tickets came back
 */
export async function freeExpiredHolds(tx: Tx, eventSessionId: EventSessionId): Promise<number> {
  const quantity = await expireHolds(tx, eventSessionId);
  await moveStock(tx, { eventSessionId, move: "release", quantity, reason: "hold_expired" });
  return quantity;
}
