import { writeHistory } from "../../platform/database/transition.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { newId } from "../../platform/values/ids.ts";
import { writeTransmissions } from "../../transmissions/steps/write-transmissions.ts";
import type { PaymentId, RefundReason } from "../contract.ts";
import { paymentErrors } from "../errors.ts";
import { refundMachine } from "../machine.ts";
import { insertRefunds, type RefundRow, sumAsked } from "../refunds.store.ts";
import { finishRefunds } from "./finish-refunds.ts";
import { notifyOfRefunds } from "./notify-of-refunds.ts";
import type { MovingPayment } from "./transition-payments.ts";

/** A completed payment whose row is locked, and what is asked back of it. */
export interface RefundedPayment extends MovingPayment {
  /** KRW; by default all that was not asked back before. */
  readonly refundKrw?: number;
  /** What of it is for the parcel; nothing by default. */
  readonly shippingFeeKrw?: number;
  /** What was kept of its tickets' prices; nothing by default. */
  readonly cancelFeeKrw?: number;
  /** Which of the order's tickets are given back, where it is not all of them. */
  readonly ticketNumbers?: readonly number[] | undefined;
}

/**
 * Asks for money of completed payments back, in the caller's transaction. A payment stays completed until its provider
 * has given all of it back: the transmission is retried until that is known. Nothing has to go back for a free ticket, so
 * that is done at once.
 * @returns the refunds, by payment; none for a payment of which nothing is left to ask back
 * @throws `refund_too_high` (409) for more than was paid less what was asked back before
 */
export async function askRefunds(
  tx: Tx,
  payments: readonly RefundedPayment[],
  reason: RefundReason,
): Promise<Map<PaymentId, RefundRow>> {
  if (payments.length === 0) return new Map();
  const byId = new Map(payments.map((payment) => [payment.id, payment]));
  const before = await sumAsked(tx, [...byId.keys()]);
  const wanted = payments.flatMap((payment) => wantedOf(payment, before.get(payment.id), reason));
  if (wanted.length === 0) return new Map();
  const asked = await insertRefunds(tx, wanted);
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
  const isFree = ({ refund }: (typeof rows)[number]) => refund.amountKrw === 0;
  send(
    tx,
    rows.filter((row) => !isFree(row)),
  );
  await finishRefunds(
    tx,
    rows.filter(isFree).map(({ refund }) => ({ refundId: refund.id, refusedBecause: null })),
  );
  return new Map(asked.map((refund) => [refund.paymentId, refund]));
}

/** @param asked - KRW that were asked back before; undefined where nothing was, so that a free order has its refund once */
function wantedOf(payment: RefundedPayment, asked: number | undefined, reason: RefundReason) {
  const { id, amountKrw, ticketNumbers } = payment;
  const max = amountKrw - (asked ?? 0);
  // All of it was asked back before, such as by an earlier answer of the provider.
  if (payment.refundKrw === undefined && asked !== undefined && max === 0) return [];
  const { refundKrw = max } = payment;
  if (refundKrw > max) throw paymentErrors.refund_too_high({ max });
  const { shippingFeeKrw = 0, cancelFeeKrw = 0 } = payment;
  const row = {
    id: newId("refund"),
    paymentId: id,
    amountKrw: refundKrw,
    shippingFeeKrw,
    cancelFeeKrw,
    reason,
  };
  return [{ ...row, ticketNumbers: ticketNumbers ? [...ticketNumbers] : null }];
}

function send(
  tx: Tx,
  rows: readonly { readonly refund: RefundRow; readonly payment: RefundedPayment }[],
): void {
  notifyOfRefunds(tx, rows);
  writeTransmissions(
    tx,
    rows.map(({ refund, payment: { id, orderId, pgPaymentId, provider, amountKrw: paid, by } }) => ({
      destination: "payment-provider",
      type: "RefundRequested",
      // Each goes by itself: one that is refused must not hold up another of its order.
      aggregateId: refund.id,
      traceId: by?.traceId,
      payload: {
        ...{ refundId: refund.id, paymentId: id, orderId, pgPaymentId, provider, paid },
        ...{ amount: refund.amountKrw, reason: refund.reason },
      },
    })),
  );
}
