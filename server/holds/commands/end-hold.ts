import { moveStock, tryMoveStock } from "../../catalog/commands/move-stock.ts";
import type { Tx } from "../../platform/context.ts";
import type { HoldId } from "../contract.ts";
import { endHold, type HoldRow, lockHold, markSold } from "../store.ts";
import { freeExpiredHolds } from "./free-expired-holds.ts";

/** Releases a hold that still lives and puts its stock back on sale; one that ended already is left alone. */
export async function freeHold(tx: Tx, holdId: HoldId, reason: string): Promise<HoldRow | undefined> {
  const released = await endHold(tx, holdId, "RELEASED", reason);
  if (released) await moveStock(tx, { ...stockOf(released), move: "release", reason });
  return released;
}

/**
 * Turns a paid hold's tickets into sold ones: its own while it lives, else new ones where enough are left (SPEC 5).
 * @returns false when the hold is over and too few tickets are left to take them again
 */
export async function sellHold(tx: Tx, holdId: HoldId): Promise<boolean> {
  const confirmed = await endHold(tx, holdId, "CONFIRMED", "paid");
  const hold = confirmed ?? (await lockHold(tx, holdId));
  if (!hold || (!confirmed && hold.sold)) return false;
  if (!confirmed && !(await takeAgain(tx, hold))) return false;
  await moveStock(tx, { ...stockOf(hold), move: "sell", reason: "paid" });
  if (!confirmed) await markSold(tx, holdId, true);
  return true;
}

/** Puts sold tickets back on sale after a refund, once. */
export async function giveSoldBack(tx: Tx, holdId: HoldId, reason: string): Promise<void> {
  const hold = await markSold(tx, holdId, false);
  if (hold) await moveStock(tx, { ...stockOf(hold), move: "giveBack", reason });
}

/** Takes tickets that are on sale, freeing first what expired; false when there are too few. */
async function takeAgain(tx: Tx, hold: HoldRow): Promise<boolean> {
  await freeExpiredHolds(tx, hold.eventSessionId);
  return tryMoveStock(tx, { ...stockOf(hold), move: "hold", reason: "paid_after_hold" });
}

const stockOf = ({ eventSessionId, quantity }: HoldRow) => ({ eventSessionId, quantity });
