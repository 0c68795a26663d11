import type { Tx } from "../../platform/operation/context.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import type { Id } from "../../platform/values/ids.ts";
import { findPaymentOfOrderLocked, type PaymentRow } from "../store.ts";

export { lockPayments } from "../store.ts";
export type { PaymentRow };

/** The payment of an order, or of the one that took its place, locked. Throws `not_found` (404). */
export async function lockPaymentOfOrder(tx: Tx, orderId: Id<"order">): Promise<PaymentRow> {
  const payment = await findPaymentOfOrderLocked(tx, orderId);
  if (!payment) throw platformErrors.not_found({ what: "payment" });
  return payment;
}
