import { writeHistory } from "../../platform/database/transition.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { newId } from "../../platform/values/ids.ts";
import { writeTransmissions } from "../../transmissions/steps/write-transmissions.ts";
import type { RefundReason } from "../contract.ts";
import { refundMachine } from "../machine.ts";
import { insertRefunds } from "../refunds.store.ts";
import { notifyOfRefunds } from "./notify-of-refunds.ts";
import type { MovingPayment } from "./transition-payments.ts";

/**
 * Asks for all the money of completed payments back, in the caller's transaction. A payment stays completed until its
 * provider has given the money back: the transmission is retried until that is known.
 */
export async function askRefunds(
  tx: Tx,
  payments: readonly MovingPayment[],
  reason: RefundReason,
): Promise<void> {
  if (payments.length === 0) return;
  const byId = new Map(payments.map((payment) => [payment.id, payment]));
  const asked = await insertRefunds(
    tx,
    payments.map(({ id, amountKrw }) => ({ id: newId("refund"), paymentId: id, amountKrw, reason })),
  );
  const rows = asked.flatMap((refund) => {
    const payment = byId.get(refund.paymentId);
    return payment ? [{ refund, payment }] : [];
  });
  writeHistory(
    tx,
    rows.map(({ refund, payment: { by } }) => ({
      ...{ entity: refundMachine.name, entityId: refund.id, from: null, to: refundMachine.initial, reason },
      ...{ as: by?.actor, traceId: by?.traceId },
    })),
  );
  notifyOfRefunds(tx, rows);
  writeTransmissions(
    tx,
    rows.map(({ refund, payment: { id, orderId, pgPaymentId, provider, by } }) => ({
      destination: "payment-provider",
      type: "RefundRequested",
      aggregateId: orderId,
      traceId: by?.traceId,
      payload: {
        ...{ refundId: refund.id, paymentId: id, orderId, pgPaymentId, provider },
        ...{ amount: refund.amountKrw, reason },
      },
    })),
  );
}
