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
  const { id } = await lockPaymentOfOrder(tx, orderId);
  const refunds = (await refundsOf(tx, [id])).get(id) ?? [];
  requireRefundAllowed(
    tx,
    refunds.reduce((sum, { amount }) => sum + amount, 0),
  );
}

/**
 * The same of an amount that is given back together, in KRW.
 * @throws `refund_needs_approval` (409)
 */
export function requireRefundAllowed({ actor }: Pick<Tx, "actor">, krw: number): void {
  const above = env.APPROVE_REFUNDS_ABOVE;
  const isOperator = actor.kind === "user" && actor.role === "ADMIN";
  if (isOperator && above !== undefined && krw > above) throw checkoutErrors.refund_needs_approval({ above });
}
