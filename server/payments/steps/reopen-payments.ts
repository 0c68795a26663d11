import type { Tx } from "../../platform/operation/context.ts";
import { insertRefused } from "../attempts.store.ts";
import { clearUnknown } from "../store.ts";
import { type MovingPayment, transitionPayments } from "./transition-payments.ts";

const REASON = "attempt_refused";

/**
 * The last attempt failed and the buyer may pay another way: payments go through failed back to pending, in the caller's
 * transaction, so that every attempt is in the history.
 */
export async function reopenPayments(tx: Tx, payments: readonly MovingPayment[]): Promise<void> {
  await transitionPayments(
    tx,
    payments.filter(({ state }) => state === "pending"),
    ["processing"],
    REASON,
  );
  await transitionPayments(tx, payments, ["failed", "pending"], REASON);
  await clearUnknown(
    tx,
    payments.map(({ id }) => id),
  );
}

/** A card that the provider refused by itself, with the provider's key and code for it. */
export interface DeclinedAttempt {
  readonly payment: MovingPayment;
  readonly paymentKey: string;
  readonly code: string;
}

/** Saves refused cards, and opens their payments for another, in the caller's transaction. */
export async function saveDeclines(tx: Tx, declined: readonly DeclinedAttempt[]): Promise<void> {
  await insertRefused(
    tx,
    declined.map(({ payment, ...attempt }) => ({ paymentId: payment.id, ...attempt })),
  );
  // Two cards of one payment in a batch are saved one after the other, as they were tried.
  for (let left = declined.map(({ payment }) => payment); left.length > 0; ) {
    const round = left.filter(({ id }, index) => left.findIndex((other) => other.id === id) === index);
    left = left.filter((payment) => !round.includes(payment));
    await reopenPayments(tx, round);
  }
}
