import type { Tx } from "../../platform/operation/context.ts";
import { writeTransmissions } from "../../transmissions/steps/write-transmissions.ts";
import type { RefundRow } from "../refunds.store.ts";
import type { PaymentRow } from "../store.ts";

/** Every transition of a refund is an event, of which buyers are notified. */
export const notifyOfRefunds = (
  tx: Tx,
  rows: readonly { readonly refund: RefundRow; readonly payment: PaymentRow }[],
): void =>
  writeTransmissions(
    tx,
    rows.map(({ refund, payment: { id: paymentId, orderId, amountKrw: paid } }) => {
      const { id: refundId, state: newStatus, amountKrw: amount, reason, ticketNumbers } = refund;
      return {
        ...{ destination: "events", type: "refunds.updated", aggregateId: orderId },
        payload: { refundId, paymentId, orderId, amount, paid, ticketNumbers, newStatus, reason },
      };
    }),
  );
