import { moveStock, tryMoveStock } from "../../catalog/commands/move-stock.ts";
import type { Tx } from "../../platform/context.ts";
import type { Step } from "../../platform/transition.ts";
import type { HoldId } from "../contract.ts";
import { endHolds, type HoldRow, lockHolds, markSold } from "../store.ts";
import { freeExpiredHolds } from "./free-expired-holds.ts";

/** Releases those of the holds that still live and puts their stock back on sale; the others are left alone. */
export async function freeHolds(tx: Tx, steps: readonly Step<HoldId>[], reason: string): Promise<HoldRow[]> {
  const released = await endHolds(tx, steps, "RELEASED", reason);
  for (const stock of stockOf(released)) await moveStock(tx, { ...stock, move: "release", reason });
  return released;
}

/**
 * Turns paid holds' tickets into sold ones: their own while they live, else new ones where enough are left (SPEC 5).
 * @returns the holds whose tickets are sold now; the others are over and too few tickets are left to take them again
 */
export async function sellHolds(tx: Tx, steps: readonly Step<HoldId>[]): Promise<Set<HoldId>> {
  const confirmed = await endHolds(tx, steps, "CONFIRMED", "paid");
  const sold = new Set(confirmed.map(({ id }) => id));
  const over = steps.map(({ id }) => id).filter((id) => !sold.has(id));
  const again = await takeAgain(tx, over);
  for (const stock of stockOf([...confirmed, ...again]))
    await moveStock(tx, { ...stock, move: "sell", reason: "paid" });
  for (const { id } of again) sold.add(id);
  return sold;
}

/** Puts sold tickets back on sale after a refund, once. */
export async function giveSoldBack(tx: Tx, holdId: HoldId, reason: string): Promise<void> {
  const hold = await markSold(tx, holdId, false);
  if (hold) for (const stock of stockOf([hold])) await moveStock(tx, { ...stock, move: "giveBack", reason });
}

/** Takes tickets on sale for holds that are over, freeing first what expired; returns those it was enough for. */
async function takeAgain(tx: Tx, ids: readonly HoldId[]): Promise<HoldRow[]> {
  const taken: HoldRow[] = [];
  const locked = ids.length > 0 ? await lockHolds(tx, ids) : [];
  for (const hold of locked.filter(({ sold }) => !sold).sort(byEventSession)) {
    const { id, eventSessionId, quantity } = hold;
    await freeExpiredHolds(tx, eventSessionId);
    const move = { eventSessionId, quantity, move: "hold", reason: "paid_after_hold" } as const;
    if (!(await tryMoveStock(tx, move))) continue;
    await markSold(tx, id, true);
    taken.push(hold);
  }
  return taken;
}

/** How many tickets of which event session, in one order for everybody who locks more than one. */
function stockOf(holds: readonly HoldRow[]) {
  const quantities = new Map<HoldRow["eventSessionId"], number>();
  for (const { eventSessionId, quantity } of holds)
    quantities.set(eventSessionId, (quantities.get(eventSessionId) ?? 0) + quantity);
  return [...quantities]
    .map(([eventSessionId, quantity]) => ({ eventSessionId, quantity }))
    .sort(byEventSession);
}

const byEventSession = (a: Pick<HoldRow, "eventSessionId">, b: Pick<HoldRow, "eventSessionId">): number =>
  a.eventSessionId < b.eventSessionId ? -1 : 1;
