import type { AppContext } from "../platform/operation/context.ts";
import { platformErrors } from "../platform/operation/errors.ts";
import type { OrderId } from "./contract.ts";
import { paymentStateOf } from "./policy.ts";
import { findOrder, type OrderRow } from "./store.ts";

/** The caller's order, or anyone's for an admin. Throws `not_found` (404) for another's. */
export async function requireOwnOrder(ctx: AppContext, id: OrderId): Promise<OrderRow> {
  const { actor } = ctx;
  const owner = actor.kind === "user" && actor.role !== "ADMIN" ? actor.userId : undefined;
  const order = actor.kind === "anonymous" ? undefined : await findOrder(ctx, id, owner);
  if (!order) throw platformErrors.not_found({ what: "order" });
  return order;
}

/** The order that the caller placed. Throws `not_found` (404) for another's, to an admin too. */
export async function requirePlacedOrder(ctx: AppContext, id: OrderId): Promise<OrderRow> {
  const { actor } = ctx;
  const order = actor.kind === "user" ? await findOrder(ctx, id, actor.userId) : undefined;
  if (!order) throw platformErrors.not_found({ what: "order" });
  return order;
}

/** An order as clients see it. */
export const viewOrder = ({
  id,
  state,
  amountKrw,
  shippingFeeKrw,
  delivery,
  quantity,
  eventSessionId,
  endReason,
  replacedById,
  createdAt,
}: OrderRow) => ({
  ...{ id, quantity, delivery, endReason, replacedById, createdAt },
  status: state,
  paymentState: paymentStateOf(state),
  amount: amountKrw,
  shippingFee: shippingFeeKrw,
  sessionId: eventSessionId,
});
