import type { EventSessionId } from "../../catalog/contract.ts";
import { moveStock } from "../../catalog/steps/move-stock.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { EXPIRES, expireHolds } from "../store.ts";
import { endPurchases } from "./end-purchases.ts";

/**
 * Puts the stock of holds past their time back on sale and ends their purchases, in the transaction of whoever wants
 * stock: correctness never waits for a job.
 * @returns how many tickets came back
 */
export async function freeExpiredHolds(tx: Tx, eventSessionId: EventSessionId): Promise<number> {
  const expired = await expireHolds(tx, eventSessionId);
  const by = { actor: EXPIRES };
  await endPurchases(
    tx,
    expired.map((hold) => ({ hold, by })),
    "hold_expired",
  );
  const quantity = expired.reduce((sum, hold) => sum + hold.quantity, 0);
  await moveStock(tx, { eventSessionId, move: "release", quantity, reason: "hold_expired" });
  return quantity;
}
