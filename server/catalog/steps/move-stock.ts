import { writeHistory } from "../../platform/database/transition.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import {
  INVENTORY_MOVES,
  type InventoryMove,
  type InventoryState,
  inventoryMachine,
} from "../../seats/machine.ts";
import { writeTransmissions } from "../../transmissions/steps/write-transmissions.ts";
import type { EventSessionId } from "../contract.ts";
import { catalogErrors } from "../errors.ts";
import { levelOf } from "../policy.ts";
import { eventIdOf, publishSales } from "../sales.store.ts";
import { changeCounters, type SaleRow } from "../store.ts";

/** What each move of a ticket adds to what is on sale. */
const ON_SALE = { hold: -1, release: 1, sell: 0, giveBack: 1 } as const satisfies Record<
  InventoryMove,
  number
>;

export interface StockMove {
  readonly eventSessionId: EventSessionId;
  readonly move: InventoryMove;
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
  const remaining = ON_SALE[move];
  if (remaining !== 0 && !(await changeRemaining(tx, eventSessionId, remaining * quantity))) return false;
  writeHistory(
    tx,
    steps(INVENTORY_MOVES[move], { entityId: eventSessionId, reason, metadata: { quantity } }),
  );
  return true;
}

async function changeRemaining(tx: Tx, id: EventSessionId, remaining: number): Promise<boolean> {
  let sale: SaleRow | undefined;
  const published = publishSales(tx, await eventIdOf(tx, id), () => sale);
  sale = await changeCounters(tx, id, { remaining });
  await published;
  if (sale) notifyLevel(tx, sale, remaining);
  return sale !== undefined;
}

/** Departments are notified when the level changes (docs/spec/state-machines.md#who-is-told). */
function notifyLevel(tx: Tx, { id: eventSessionId, remaining, total }: SaleRow, change: number): void {
  const [oldLevel, newLevel] = [
    levelOf({ remaining: remaining - change, total }),
    levelOf({ remaining, total }),
  ];
  if (oldLevel === newLevel) return;
  const payload = { sessionId: eventSessionId, oldLevel, newLevel, remaining, total };
  const message = {
    destination: "events",
    type: "inventory.updated",
    aggregateId: eventSessionId,
    payload,
  } as const;
  writeTransmissions(tx, [message]);
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
