import type { Origin, Tx } from "../../platform/operation/context.ts";
import type { Id } from "../../platform/values/ids.ts";
import { writeTransmissions } from "../../transmissions/steps/write-transmissions.ts";
import type { PaymentState } from "../machine.ts";
import { assignPayment as assign, movePayments, type PaymentRow } from "../store.ts";

/** A payment to move, and on whose behalf. */
export interface MovingPayment extends PaymentRow {
  readonly by?: Origin | undefined;
}

/** Moves payments along a path of legal steps, in the caller's transaction. Throws `illegal_transition` (409). */
export async function transitionPayments(
  tx: Tx,
  payments: readonly MovingPayment[],
  path: readonly PaymentState[],
  reason: string,
): Promise<void> {
  for (const to of path) {
    await movePayments(tx, payments, to, reason);
    if (to === "completed" || to === "refunded") tell(tx, payments, to, reason);
  }
}

/** People are told when money is taken or given back. */
const tell = (tx: Tx, payments: readonly MovingPayment[], newStatus: PaymentState, reason: string): void =>
  writeTransmissions(
    tx,
    payments.map(({ id: paymentId, orderId, amountKrw: amount, by }) => ({
      ...{ destination: "events", type: "payments.updated", aggregateId: orderId, traceId: by?.traceId },
      payload: { paymentId, orderId, amount, newStatus, reason },
    })),
  );

/** A payment is for another order from here on: the one that its buyer got the tickets with. */
export const assignPayment = (tx: Tx, { id }: MovingPayment, orderId: Id<"order">): Promise<void> =>
  assign(tx, id, orderId);
