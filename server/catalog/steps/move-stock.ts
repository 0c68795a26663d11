import { writeHistory } from "../../platform/database/transition.ts";
import { announce } from "../../platform/jobs/announce.ts";
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
import { dropListings } from "../listing.store.ts";
import { levelOf } from "../policy.ts";
import { eventIdOf, publishSales } from "../sales.store.ts";
import { changeCounters, type SaleRow } from "../store.ts";

/** Tickets came back and are not on sale. */
export const STOCK_WITHHELD = "stock/withheld";

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
 * @throws `insufficient_stock` (409), which undoes the caller's transaction, where fewer are there than should move
 */
export async function moveStock(
  tx: Tx,
  { eventSessionId, move, quantity, reason }: StockMove,
): Promise<void> {
  if (quantity === 0) return;
  const change = ON_SALE[move] * quantity;
  if (change !== 0 && !(await changeRemaining(tx, eventSessionId, change)))
    throw catalogErrors.insufficient_stock({ wanted: quantity, left: 0 });
  writeHistory(
    tx,
    steps(INVENTORY_MOVES[move], { entityId: eventSessionId, reason, metadata: { quantity } }),
  );
}

/** @returns whether as many were there as the change takes */
async function changeRemaining(tx: Tx, id: EventSessionId, remaining: number): Promise<boolean> {
  let sale: SaleRow | undefined;
  const published = publishSales(tx, await eventIdOf(tx, id), () => sale);
  sale = await changeCounters(tx, id, { remaining });
  await published;
  if (sale?.withheldAt === null) notifyLevel(tx, sale, remaining);
  else if (sale && remaining > 0) announce(tx, { name: STOCK_WITHHELD, data: { eventSessionId: id } });
  // The lists say whether there is something left, and not how much.
  if (sale && (sale.remaining === 0 || sale.remaining === remaining)) dropListings(tx);
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
