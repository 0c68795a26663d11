import type { Tx } from "../../platform/context.ts";
import { platformErrors } from "../../platform/errors.ts";
import { writeHistory } from "../../platform/transition.ts";
import { announceChange } from "../cache.ts";
import type { EventSessionId } from "../contract.ts";
import { catalogErrors } from "../errors.ts";
import { type InventoryState, inventoryMachine } from "../machine.ts";
import { eventIdOf } from "../queries.ts";
import { type CounterChange, changeCounters, type SaleRow } from "../store.ts";

/** The counters mirror the inventory machine: each of its moves that a purchase makes, as counters. */
const MOVES = {
  hold: { path: ["available", "reserved"], by: { remaining: -1, held: 1 } },
  release: { path: ["reserved", "available"], by: { remaining: 1, held: -1 } },
  sell: { path: ["reserved", "confirmed", "sold"], by: { held: -1, sold: 1 } },
  giveBack: { path: ["sold", "available"], by: { remaining: 1, sold: -1 } },
} as const satisfies Record<string, { path: readonly InventoryState[]; by: CounterChange }>;

export interface StockMove {
  readonly eventSessionId: EventSessionId;
  readonly move: keyof typeof MOVES;
  /** How many tickets; none moves nothing. */
  readonly quantity: number;
  readonly reason: string;
}

/**
 * Moves counted stock from one inventory state to another, in the caller's transaction: all of it or nothing.
 * @returns false when fewer than `quantity` are where they should come from
 */
export async function tryMoveStock(
  tx: Tx,
  { eventSessionId, move, quantity, reason }: StockMove,
): Promise<boolean> {
  if (quantity === 0) return true;
  const { path, by } = MOVES[move];
  const change = Object.fromEntries(Object.entries(by).map(([counter, sign]) => [counter, sign * quantity]));
  let sale: SaleRow | undefined;
  const announced = announceChange(tx, await eventIdOf(tx, eventSessionId), () => sale);
  sale = await changeCounters(tx, eventSessionId, change);
  await announced;
  if (!sale) return false;
  await writeHistory(tx, steps(path, { entityId: eventSessionId, reason, metadata: { quantity } }));
  return true;
}

/**
 * As {@link tryMoveStock}, where the caller knows that the tickets are there.
 * @throws `insufficient_stock` (409), which undoes the caller's transaction
 */
export async function moveStock(tx: Tx, move: StockMove): Promise<void> {
  if (!(await tryMoveStock(tx, move)))
    throw catalogErrors.insufficient_stock({ wanted: move.quantity, left: 0 });
}

function steps(
  path: readonly InventoryState[],
  entry: { readonly entityId: string; readonly reason: string; readonly metadata: Record<string, unknown> },
) {
  return path.slice(1).map((to, index) => {
    const from = path[index] as InventoryState;
    if (!inventoryMachine.allows(from, to))
      throw platformErrors.illegal_transition({ machine: inventoryMachine.name, from, to });
    return { ...entry, entity: inventoryMachine.name, from, to };
  });
}
