import type { Tx } from "../../platform/context.ts";
import { writeTransmissions } from "../../transmissions/commands/write-transmissions.ts";
import type { PaymentState } from "../machine.ts";
import { movePayment, type PaymentRow } from "../store.ts";

/** Moves a payment along a path of legal steps, in the caller's transaction. Throws `illegal_transition` (409). */
export async function walkPayment(
  tx: Tx,
  payment: PaymentRow,
  path: readonly PaymentState[],
  reason: string,
): Promise<PaymentRow> {
  let current = payment;
  for (const to of path) current = await movePayment(tx, current.id, to, reason);
  return current;
}

/**
 * Refunds a completed payment: the state moves now, and the provider is asked by a transmission that is retried until
 * it agrees (SPEC 2).
 */
export async function refundPayment(tx: Tx, payment: PaymentRow, reason: string): Promise<PaymentRow> {
  const refunded = await movePayment(tx, payment.id, "refunded", reason);
  const { id, orderId, pgPaymentId, provider, amountKrw } = payment;
  writeTransmissions(tx, [
    {
      destination: "payment-provider",
      type: "RefundRequested",
      aggregateId: orderId,
      payload: { paymentId: id, orderId, pgPaymentId, provider, amount: amountKrw, reason },
    },
  ]);
  return refunded;
}
