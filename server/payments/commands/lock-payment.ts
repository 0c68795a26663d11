import type { Tx } from "../../platform/context.ts";
import { platformErrors } from "../../platform/errors.ts";
import type { Id } from "../../platform/ids.ts";
import { findPaymentOfOrder, lockPaymentByPgId, type PaymentRow } from "../store.ts";

/** A payment whose row is locked until the transaction ends: every settlement begins with it. */
export type LockedPayment = PaymentRow;

/** Throws `not_found` (404) for an id that the provider cannot have from us. */
export async function lockPayment(tx: Tx, pgPaymentId: string): Promise<LockedPayment> {
  const payment = await lockPaymentByPgId(tx, pgPaymentId);
  if (!payment) throw platformErrors.not_found({ what: "payment" });
  return payment;
}

/** The payment of an order, locked. Throws `not_found` (404). */
export async function lockPaymentOfOrder(tx: Tx, orderId: Id<"order">): Promise<LockedPayment> {
  const payment = await findPaymentOfOrder(tx, orderId);
  if (!payment) throw platformErrors.not_found({ what: "payment" });
  return lockPayment(tx, payment.pgPaymentId);
}
