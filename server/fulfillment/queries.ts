import { requireManagedSession } from "../catalog/queries.ts";
import { findOrder } from "../orders/store.ts";
import type { AppContext } from "../platform/operation/context.ts";
import { platformErrors } from "../platform/operation/errors.ts";
import type { ShippingId } from "../shipping/contract.ts";
import { findShipping, type ShippingRow } from "../shipping/store.ts";

/** A parcel, for those who run its event. Throws `not_found` (404) for another's. */
export async function requireManagedShipping(ctx: AppContext, id: ShippingId): Promise<ShippingRow> {
  const shipping = await findShipping(ctx, id);
  const order = shipping && (await findOrder(ctx, shipping.orderId));
  if (!order) throw platformErrors.not_found({ what: "shipping" });
  await requireManagedSession(ctx, order.eventSessionId);
  return shipping;
}
