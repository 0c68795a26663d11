import type { OrderId } from "../../orders/contract.ts";
import { refundsOf } from "../../payments/queries.ts";
import { lockPaymentOfOrder } from "../../payments/store.ts";
import { env } from "../../platform/config/env.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { checkoutErrors } from "../errors.ts";

/**
 * Refuses an operator who alone has asked more of an order back than the setting `APPROVE_REFUNDS_ABOVE` allows, in the
 * caller's transaction and after the refund, so that it is undone. All refunds of the order count: several small ones are
 * one large one.
 * @throws `refund_needs_approval` (409)
 */
export async function requireSecondOperator(tx: Tx, orderId: OrderId): Promise<void> {
  const above = env.APPROVE_REFUNDS_ABOVE;
  const { actor } = tx;
  if (above === undefined || actor.kind !== "user" || actor.role !== "ADMIN") return;
  const { id } = await lockPaymentOfOrder(tx, orderId);
  const asked = ((await refundsOf(tx, [id])).get(id) ?? []).reduce((sum, { amount }) => sum + amount, 0);
  if (asked > above) throw checkoutErrors.refund_needs_approval({ above });
}
