import type { Step } from "../../platform/database/transition.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import type { Id } from "../../platform/values/ids.ts";
import type { HeldSeat, SeatId } from "../contract.ts";
import { INVENTORY_MOVES, type InventoryMove, inventoryMachine } from "../machine.ts";
import { viewSeat } from "../queries.ts";
import { publishMoves } from "../states.store.ts";
import { moveSeatsTo, type SeatRow } from "../store.ts";

interface SeatStep extends Step<SeatId> {
  /** The hold that has or gets the seat. */
  readonly holdId: Id<"hold">;
}

/**
 * Moves seats from one inventory state to another, in the caller's transaction: all of them or nothing. The caller has
 * moved as much stock of their event sessions before: seats are taken and freed under the lock of the stock's row.
 * @returns the seats as clients see them
 * @throws `illegal_transition` (409), which undoes the caller's transaction
 */
export async function moveSeats(
  tx: Tx,
  {
    move,
    steps,
    reason,
  }: { readonly move: InventoryMove; readonly steps: readonly SeatStep[]; readonly reason: string },
): Promise<HeldSeat[]> {
  if (steps.length === 0) return [];
  const [from, ...path] = INVENTORY_MOVES[move];
  const holdOf = holdsAfter(move, steps);
  let moved: SeatRow[] = [];
  for (const to of path) {
    moved = await moveSeatsTo(tx, steps, to, { reason, holdOf });
    if (moved.length !== steps.length)
      throw platformErrors.illegal_transition({ machine: inventoryMachine.name, from, to });
  }
  publishMoves(tx, moved);
  return moved.map(viewSeat);
}

function holdsAfter(move: InventoryMove, steps: readonly SeatStep[]) {
  if (move === "hold")
    return Object.fromEntries(steps.map(({ id, holdId }) => [id, holdId])) as Record<SeatId, Id<"hold">>;
  return move === "sell" ? undefined : null;
}
