import { lockSale } from "../../catalog/steps/lock-sale.ts";
import { moveStock } from "../../catalog/steps/move-stock.ts";
import { writeHistory } from "../../platform/database/transition.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { type AppError, platformErrors } from "../../platform/operation/errors.ts";
import { newId } from "../../platform/values/ids.ts";
import type { HoldId } from "../contract.ts";
import { holdMachine } from "../machine.ts";
import { allocate, CHECKOUT_SECONDS } from "../policy.ts";
import { insertHolds, lockHolds, sharesOf } from "../store.ts";
import { freeExpiredHolds } from "./free-holds.ts";

/**
 * Holds as many tickets as an ended hold had, for the same buyer, where every rule of a new hold allows it: the sale is
 * open, enough is left, and the buyer's maximum is not exceeded.
 * @returns the new hold's id, or why a rule refuses it
 */
export async function holdAgain(tx: Tx, id: HoldId): Promise<HoldId | AppError> {
  const [over] = await lockHolds(tx, [id]);
  if (!over) return platformErrors.not_found({ what: "hold" });
  const { userId, eventSessionId, quantity } = over;
  await freeExpiredHolds(tx, eventSessionId);
  const sale = await lockSale(tx, eventSessionId);
  // The shares are read after the lock, so they include what its last holder committed.
  const shares = await sharesOf(tx, eventSessionId, [userId]);
  const request = { userId, quantity, refusal: null };
  const refusal = allocate([request], sale, shares).get(request);
  if (refusal) return refusal;
  const again = newId("hold");
  // The hold lasts as long as at a checkout, since this transaction buys it.
  const expiresAt = new Date(sale.now.getTime() + CHECKOUT_SECONDS * 1000);
  writeHistory(tx, [
    {
      entity: holdMachine.name,
      entityId: again,
      from: null,
      to: holdMachine.initial,
      reason: "paid_after_end",
    },
  ]);
  await insertHolds(tx, [{ id: again, userId, eventSessionId, quantity, expiresAt, checkedOut: true }]);
  await moveStock(tx, { eventSessionId, move: "hold", quantity, reason: "paid_after_end" });
  return again;
}
