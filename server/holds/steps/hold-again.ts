import { lockSale } from "../../catalog/steps/lock-sale.ts";
import { writeHistory } from "../../platform/database/transition.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { AppError, platformErrors } from "../../platform/operation/errors.ts";
import { newId } from "../../platform/values/ids.ts";
import { lockSeats } from "../../seats/steps/lock-seats.ts";
import type { HoldId } from "../contract.ts";
import { holdMachine } from "../machine.ts";
import { allocate } from "../policy.ts";
import { insertHolds, lockHolds, sharesOf } from "../store.ts";
import { CHECKOUT_SECONDS } from "../values.ts";
import { freeExpiredHolds } from "./free-holds.ts";
import { moveHeld } from "./move-held.ts";

/**
 * Holds as many tickets as an ended hold had, or the same seats, for the same buyer, where every rule of a new hold allows it: the sale is
 * open, enough is left, or none of the seats is taken, and the buyer's maximum is not exceeded.
 * @returns the new hold's id, or why a rule refuses it
 */
export async function holdAgain(tx: Tx, id: HoldId): Promise<HoldId | AppError> {
  const [over] = await lockHolds(tx, [id]);
  if (!over) return platformErrors.not_found({ what: "hold" });
  const { userId, eventSessionId, quantity, seatIds } = over;
  await freeExpiredHolds(tx, eventSessionId);
  const sale = await lockSale(tx, eventSessionId);
  // The shares are read after the lock, so they include what its last holder committed.
  const shares = await sharesOf(tx, eventSessionId, [userId]);
  const seats = sale.seated ? await lockSeats(tx, eventSessionId, seatIds ?? []) : null;
  const request = { userId, quantity, seatIds: seatIds ?? undefined, refusal: null };
  const outcome = allocate([request], { ...sale, seats, chooser: null }, shares).get(request);
  if (outcome instanceof AppError) return outcome;
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
  const hold = { id: again, userId, eventSessionId, quantity, seatIds };
  await insertHolds(tx, [{ ...hold, expiresAt, checkedOut: true }]);
  await moveHeld(tx, [{ hold }], { move: "hold", reason: "paid_after_end" });
  return again;
}
