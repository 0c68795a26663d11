import type { OrderId } from "../../orders/contract.ts";
import type { OrderRow } from "../../orders/store.ts";
import type { Tx } from "../../platform/operation/context.ts";
import type { AppError } from "../../platform/operation/errors.ts";
import { insertAddresses, replaceAddress } from "../addresses.store.ts";
import type { Delivery } from "../contract.ts";
import { shippingErrors } from "../errors.ts";

/** Saves, sealed, where the paper tickets of new orders go, in the caller's transaction; of mobile tickets nothing. */
export const saveAddresses = (
  tx: Tx,
  chosen: readonly { readonly orderId: OrderId; readonly delivery: Delivery | undefined }[],
): Promise<void> =>
  insertAddresses(
    tx,
    chosen.flatMap(({ orderId, delivery }) => {
      if (delivery?.type !== "PAPER") return [];
      const { type: _, ...address } = delivery;
      return [{ orderId, address }];
    }),
  );

/**
 * Another address of an order that is not paid yet, in the caller's transaction. The kind of tickets stays, since the
 * payment has its amount.
 * @returns why it is refused, or null
 */
export async function changeDelivery(
  tx: Tx,
  { id, delivery: chosen }: OrderRow,
  delivery: Delivery,
): Promise<AppError | null> {
  if (delivery.type !== chosen) return shippingErrors.delivery_fixed();
  if (delivery.type === "PAPER") {
    const { type: _, ...address } = delivery;
    await replaceAddress(tx, id, address);
  }
  return null;
}
