import type { EventSessionId } from "../../catalog/contract.ts";
import { lockSale } from "../../catalog/steps/lock-sale.ts";
import { moveStock } from "../../catalog/steps/move-stock.ts";
import { writeHistory } from "../../platform/database/transition.ts";
import type { Origin, Tx } from "../../platform/operation/context.ts";
import { newId } from "../../platform/values/ids.ts";
import { holdMachine } from "../machine.ts";
import { allocate, HOLD_SECONDS, type HoldRequest, holdViewOf } from "../policy.ts";
import { type HoldRow, insertHolds, sharesOf } from "../store.ts";
import { countHolds } from "./count-holds.ts";
import { freeExpiredHolds } from "./free-holds.ts";

interface NewRequest extends HoldRequest {
  readonly userId: HoldRow["userId"];
  readonly by: Origin;
}

type NewHold = Pick<
  HoldRow,
  "id" | "userId" | "eventSessionId" | "quantity" | "expiresAt" | "state" | "sold" | "traceId"
>;

/**
 * Holds tickets of one event session for these buyers, in the order of the requests, in the caller's transaction.
 * @returns the new holds as clients see them, and why the other requests are refused, by request
 */
export async function createHolds<R extends NewRequest>(
  tx: Tx,
  eventSessionId: EventSessionId,
  requests: readonly R[],
) {
  await freeExpiredHolds(tx, eventSessionId);
  const sale = await lockSale(tx, eventSessionId);
  // The shares are read after the lock, so they include what its last holder committed.
  const shares = await sharesOf(
    tx,
    eventSessionId,
    requests.map(({ userId }) => userId),
  );
  const refusals = allocate(requests, sale, shares);
  const expiresAt = new Date(sale.now.getTime() + HOLD_SECONDS * 1000);
  const held = new Map<R, NewHold>();
  for (const request of requests) {
    const { userId, quantity, by } = request;
    if (!refusals.has(request))
      held.set(request, {
        ...{ id: newId("hold"), userId, eventSessionId, quantity, expiresAt, traceId: by.traceId },
        ...{ state: holdMachine.initial, sold: false },
      });
  }
  await saveHolds(tx, eventSessionId, held);
  countHolds(tx, held.size, [...refusals.values()]);
  return {
    refusals,
    held: new Map([...held].map(([request, hold]) => [request, holdViewOf(hold, sale.now)])),
  };
}

/** Writes the holds, their history, and one movement of stock for all of them. */
async function saveHolds(
  tx: Tx,
  eventSessionId: EventSessionId,
  held: ReadonlyMap<NewRequest, NewHold>,
): Promise<void> {
  const rows = [...held.values()];
  writeHistory(
    tx,
    [...held].map(([{ by }, { id }]) => ({
      ...{ entity: holdMachine.name, entityId: id, from: null, to: holdMachine.initial },
      ...{ as: by.actor, traceId: by.traceId },
    })),
  );
  const quantity = rows.reduce((sum, hold) => sum + hold.quantity, 0);
  await insertHolds(tx, rows);
  await moveStock(tx, { eventSessionId, move: "hold", quantity, reason: "held" });
}
