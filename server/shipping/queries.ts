import type { OrderId } from "../orders/contract.ts";
import type { AppContext } from "../platform/operation/context.ts";
import { findAddresses, openAddress } from "./addresses.store.ts";
import type { DeliveryAddress } from "./contract.ts";

/** Where the paper tickets of orders go, by order; none where it was erased or cannot be opened. */
export async function addressesOf(
  ctx: AppContext,
  orderIds: readonly OrderId[],
): Promise<Map<OrderId, DeliveryAddress>> {
  const rows = await findAddresses(ctx, orderIds);
  return new Map(
    rows.flatMap((row) => {
      const address = openAddress(row);
      return address ? [[row.orderId, address] as const] : [];
    }),
  );
}
