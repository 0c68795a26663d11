import { moveStock } from "../../catalog/steps/move-stock.ts";
import type { OrderEnding } from "../../orders/contract.ts";
import type { Step } from "../../platform/database/transition.ts";
import type { Tx } from "../../platform/operation/context.ts";
import type { HoldId } from "../contract.ts";
import { endHolds, type HoldRow, markUnsold, releaseUnordered } from "../store.ts";
import { endPurchases } from "./end-purchases.ts";

/**
 * Releases those of the holds that still live, ends their purchases and puts their stock back on sale; the others are
 * left alone.
 */
export async function freeHolds(
  tx: Tx,
  steps: readonly Step<HoldId>[],
  reason: OrderEnding,
): Promise<HoldRow[]> {
  const released = await endHolds(tx, steps, "RELEASED", reason);
  const byId = new Map(steps.map(({ id, by }) => [id, by]));
  const ended = released.map((hold) => ({ hold, by: byId.get(hold.id) ?? tx }));
  await endPurchases(tx, ended, reason);
  for (const stock of stockOf(released)) await moveStock(tx, { ...stock, move: "release", reason });
  return released;
}

/**
 * Releases those of the holds that live and are at no checkout, and puts their stock back on sale; one that goes to its
 * checkout at this moment is left alone.
 */
export async function freeUnorderedHolds(
  tx: Tx,
  steps: readonly Step<HoldId>[],
  reason: string,
): Promise<void> {
  const released = steps.length > 0 ? await releaseUnordered(tx, steps, reason) : [];
  for (const stock of stockOf(released)) await moveStock(tx, { ...stock, move: "release", reason });
}

/**
 * Turns paid holds' tickets into sold ones while they live.
 * @returns the holds whose tickets are sold now; the others are over
 */
export async function sellHolds(tx: Tx, steps: readonly Step<HoldId>[]): Promise<Set<HoldId>> {
  const confirmed = await endHolds(tx, steps, "CONFIRMED", "paid");
  for (const stock of stockOf(confirmed)) await moveStock(tx, { ...stock, move: "sell", reason: "paid" });
  return new Set(confirmed.map(({ id }) => id));
}

/** Puts sold tickets back on sale after a refund, once. */
export async function giveSoldBack(tx: Tx, holdId: HoldId, reason: string): Promise<void> {
  const hold = await markUnsold(tx, holdId);
  if (hold) for (const stock of stockOf([hold])) await moveStock(tx, { ...stock, move: "giveBack", reason });
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
