import type { OrderId } from "../../orders/contract.ts";
import type { Origin, Tx } from "../../platform/operation/context.ts";
import { UNSENT } from "../machine.ts";
import { lockShippingsOf, moveShippings } from "../store.ts";

interface CancelledOrder {
  readonly id: OrderId;
  readonly by?: Origin | undefined;
}

/**
 * Cancels the parcels of cancelled orders that have not left, in the caller's transaction; one that has left goes on by
 * itself.
 * @returns the orders whose parcel was cancelled, so that its fee goes back
 */
export async function cancelUnsent(
  tx: Tx,
  cancelled: readonly CancelledOrder[],
  reason: string,
): Promise<Set<OrderId>> {
  const byOrder = new Map(cancelled.map(({ id, by }) => [id, by]));
  const unsent = (await lockShippingsOf(tx, [...byOrder.keys()])).filter(({ state }) =>
    UNSENT.includes(state),
  );
  await moveShippings(
    tx,
    unsent.map(({ id, orderId }) => ({ id, by: byOrder.get(orderId) })),
    { to: "cancelled", reason },
  );
  return new Set(unsent.map(({ orderId }) => orderId));
}
