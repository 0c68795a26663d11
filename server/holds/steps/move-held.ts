import { moveStock } from "../../catalog/steps/move-stock.ts";
import type { Origin, Tx } from "../../platform/operation/context.ts";
import type { HeldSeat } from "../../seats/contract.ts";
import type { InventoryMove } from "../../seats/machine.ts";
import { moveSeats } from "../../seats/steps/move-seats.ts";
import { stockOf } from "../policy.ts";
import type { HoldRow } from "../store.ts";

interface Moving {
  readonly hold: Pick<HoldRow, "id" | "eventSessionId" | "quantity" | "seatIds">;
  /** On whose behalf it moves. The default is the transaction's caller. */
  readonly by?: Origin | undefined;
}

/**
 * Moves the tickets of holds from one inventory state to another, in the caller's transaction: the stock of each event
 * session, and after it the seats, which change hands under the lock of the stock's row.
 * @returns the seats as clients see them; none for counted stock
 */
export async function moveHeld(
  tx: Tx,
  moving: readonly Moving[],
  { move, reason }: { readonly move: InventoryMove; readonly reason: string },
): Promise<HeldSeat[]> {
  for (const stock of stockOf(moving.map(({ hold }) => hold)))
    await moveStock(tx, { ...stock, move, reason });
  const steps = moving.flatMap(({ hold: { id: holdId, seatIds }, by }) =>
    (seatIds ?? []).map((id) => ({ id, holdId, by })),
  );
  return moveSeats(tx, { move, steps, reason });
}
