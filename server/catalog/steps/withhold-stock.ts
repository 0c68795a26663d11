import type { Tx } from "../../platform/operation/context.ts";
import type { EventSessionId } from "../contract.ts";
import { eventIdOf, publishSales } from "../sales.store.ts";
import { type SaleRow, setWithheld } from "../store.ts";

/**
 * Keeps what comes back off sale for the waiting list, in the caller's transaction, which has locked the stock and has seen
 * that nothing is on sale.
 */
export const withholdStock = (tx: Tx, id: EventSessionId): Promise<void> => change(tx, id, true);

/** Puts what was withheld on sale, in the caller's transaction, which has locked the stock. */
export const releaseStock = (tx: Tx, id: EventSessionId): Promise<void> => change(tx, id, false);

async function change(tx: Tx, id: EventSessionId, isWithheld: boolean): Promise<void> {
  let sale: SaleRow | undefined;
  const published = publishSales(tx, await eventIdOf(tx, id), () => sale);
  sale = await setWithheld(tx, id, isWithheld);
  await published;
}
