import { raiseAlerts } from "../../alerts/steps/raise-alerts.ts";
import type { Tx } from "../../platform/operation/context.ts";
import type { RefundId } from "../contract.ts";
import { findRefunds, givenBackWhole, moveDone, moveRefused, type RefundRow } from "../refunds.store.ts";
import { notifyOfRefunds } from "./notify-of-refunds.ts";
import { type MovingPayment, transitionPayments } from "./transition-payments.ts";

/** A provider's answer to a refund. */
export interface RefundAnswer {
  readonly refundId: RefundId;
  /** The provider's code for why it was refused; null where the money went back. */
  readonly refusedBecause: string | null;
}

const CODE_LENGTH_MAX = 200;

/** Saves the providers' answers to refunds, in the caller's transaction, and notifies buyers and operators. */
export async function finishRefunds(tx: Tx, answers: readonly RefundAnswer[]): Promise<void> {
  const doneIds = answers
    .filter(({ refusedBecause }) => refusedBecause === null)
    .map(({ refundId }) => refundId);
  const done = doneIds.length > 0 ? await moveDone(tx, doneIds) : [];
  const refused: RefundRow[] = [];
  for (const { refundId, refusedBecause } of answers)
    if (refusedBecause !== null)
      refused.push(...(await moveRefused(tx, refundId, refusedBecause.slice(0, CODE_LENGTH_MAX))));
  const moved = await findRefunds(
    tx,
    [...done, ...refused].map(({ id }) => id),
  );
  notifyOfRefunds(tx, moved);
  await raiseAlerts(
    tx,
    moved
      .filter(({ refund }) => refund.state === "refused")
      .map(({ refund: { id, amountKrw, code }, payment: { orderId } }) => ({
        ...{ kind: "refund_refused" as const, subject: id },
        detail: { orderId, amountKrw, code },
      })),
  );
  const whole = await givenBackWhole(
    tx,
    done.map(({ paymentId }) => paymentId),
  );
  const byId = new Map(moved.map(({ payment }) => [payment.id, payment]));
  const payments = whole.flatMap(({ id }): MovingPayment[] => {
    const payment = byId.get(id);
    return payment ? [payment] : [];
  });
  await transitionPayments(tx, payments, ["refunded"], "given_back");
}
