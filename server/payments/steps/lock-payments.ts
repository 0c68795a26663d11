import type { Tx } from "../../platform/operation/context.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import type { Id } from "../../platform/values/ids.ts";
import { lockPaymentOfOrder as lockOfOrder, lockPaymentsByPgId, type PaymentRow } from "../store.ts";

/** Payments whose rows are locked until the transaction ends, by their provider's id: every settlement begins with it. */
export async function lockPayments(
  tx: Tx,
  pgPaymentIds: readonly string[],
): Promise<ReadonlyMap<string, PaymentRow>> {
  const payments = await lockPaymentsByPgId(tx, pgPaymentIds);
  return new Map(payments.map((payment) => [payment.pgPaymentId, payment]));
}

export type { PaymentRow };

/** The payment of an order, locked. Throws `not_found` (404). */
export async function lockPaymentOfOrder(tx: Tx, orderId: Id<"order">): Promise<PaymentRow> {
  const payment = await lockOfOrder(tx, orderId);
  if (!payment) throw platformErrors.not_found({ what: "payment" });
  return payment;
}
