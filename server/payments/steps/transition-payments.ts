import type { Origin, Tx } from "../../platform/operation/context.ts";
import { writeTransmissions } from "../../transmissions/steps/write-transmissions.ts";
import type { PaymentState } from "../machine.ts";
import { movePayments, type PaymentRow } from "../store.ts";

/** A payment to transition, and on whose behalf. */
export interface MovingPayment extends PaymentRow {
  readonly by?: Origin | undefined;
}

/** Transitions payments along a path of legal steps, in the caller's transaction. Throws `illegal_transition` (409). */
export async function transitionPayments(
  tx: Tx,
  payments: readonly MovingPayment[],
  path: readonly PaymentState[],
  reason: string,
): Promise<void> {
  for (const to of path) {
    await movePayments(tx, payments, to, reason);
    if (to === "completed" || to === "refunded") notify(tx, payments, to, reason);
  }
}

/** Buyers are notified when money is taken or given back. */
const notify = (tx: Tx, payments: readonly MovingPayment[], newStatus: PaymentState, reason: string): void =>
  writeTransmissions(
    tx,
    payments.map(({ id: paymentId, orderId, amountKrw: amount, by }) => ({
      ...{ destination: "events", type: "payments.updated", aggregateId: orderId, traceId: by?.traceId },
      payload: { paymentId, orderId, amount, newStatus, reason },
    })),
  );
