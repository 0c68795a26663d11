import type { EventSessionId } from "../../catalog/contract.ts";
import type { OrderEnding } from "../../orders/contract.ts";
import type { Step } from "../../platform/database/transition.ts";
import type { Tx } from "../../platform/operation/context.ts";
import type { HoldId } from "../contract.ts";
import { EXPIRES, endHolds, expireHolds, type HoldRow, releaseUnordered } from "../store.ts";
import { endUnpaidOrders } from "./end-unpaid-orders.ts";
import { moveHeld } from "./move-held.ts";

/**
 * Releases those of the holds that still live, ends their unpaid orders and puts their stock back on sale. The others stay
 * as they are.
 */
export async function freeHolds(
  tx: Tx,
  steps: readonly Step<HoldId>[],
  reason: OrderEnding,
): Promise<HoldRow[]> {
  const released = await endHolds(tx, steps, "RELEASED", reason);
  const byId = new Map(steps.map(({ id, by }) => [id, by]));
  const ended = released.map((hold) => ({ hold, by: byId.get(hold.id) ?? tx }));
  await endUnpaidOrders(tx, ended, reason);
  await moveHeld(tx, ended, { move: "release", reason });
  return released;
}

/**
 * Releases those of the holds that live and have no order, and puts their stock back on sale. A hold that goes to the
 * checkout at this moment is left as it is.
 */
export async function freeUnorderedHolds(
  tx: Tx,
  steps: readonly Step<HoldId>[],
  reason: string,
): Promise<void> {
  const released = steps.length > 0 ? await releaseUnordered(tx, steps, reason) : [];
  const byId = new Map(steps.map(({ id, by }) => [id, by]));
  const ended = released.map((hold) => ({ hold, by: byId.get(hold.id) }));
  await moveHeld(tx, ended, { move: "release", reason });
}

/**
 * Puts the stock of holds past their time back on sale and ends their unpaid orders, in the transaction that wants stock, so
 * correctness never waits for a job.
 * @returns how many tickets came back
 */
export async function freeExpiredHolds(tx: Tx, eventSessionId: EventSessionId): Promise<number> {
  const expired = await expireHolds(tx, eventSessionId);
  const by = { actor: EXPIRES, traceId: tx.traceId };
  const ended = expired.map((hold) => ({ hold, by }));
  await endUnpaidOrders(tx, ended, "hold_expired");
  await moveHeld(tx, ended, { move: "release", reason: "hold_expired" });
  return expired.reduce((sum, hold) => sum + hold.quantity, 0);
}
