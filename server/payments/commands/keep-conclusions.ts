import { raiseAlerts } from "../../alerts/commands/raise-alerts.ts";
import { resolveAlerts } from "../../alerts/commands/resolve-alerts.ts";
import type { AlertToRaise } from "../../alerts/contract.ts";
import type { Tx } from "../../platform/context.ts";
import { endAttempt } from "../attempts.ts";
import type { PaymentId } from "../contract.ts";
import { markUnknown as mark, reopenPayments as reopen } from "../store.ts";
import type { Asked, ClaimedPayment } from "./claim-payments.ts";

/** Keeps what providers said of charges, and tells operators of what is theirs to mend, in the caller's transaction. */
export async function keepConclusions(tx: Tx, asked: readonly Asked[]): Promise<void> {
  for (const { payment, conclusion } of asked) {
    if (!payment.charge || conclusion.outcome === "unknown") continue;
    await endAttempt(
      tx,
      payment.charge.id,
      conclusion.outcome === "paid" ? "done" : "refused",
      conclusion.code,
    );
  }
  const charged = asked.filter(({ payment, conclusion }) => payment.charge && conclusion.outcome === "paid");
  await resolveAlerts(tx, "provider_misconfigured", [
    ...new Set(charged.map(({ payment }) => payment.provider)),
  ]);
  await raiseAlerts(tx, asked.flatMap(alertOn));
}

function alertOn({ payment, conclusion: { fault, code } }: Asked): AlertToRaise[] {
  if (fault === "misconfigured")
    return [{ kind: "provider_misconfigured", subject: payment.provider, detail: { code } }];
  return fault === "differs" ? [differs(payment, code)] : [];
}

const differs = ({ pgPaymentId, amountKrw }: ClaimedPayment, told: string | undefined): AlertToRaise => ({
  ...{ kind: "payment_differs", subject: pgPaymentId, detail: { amountKrw, told } },
});

/** A payment that was paid is so no more at its provider, and not by us: somebody must look (SPEC 9). */
export const alertGivenBack = (tx: Tx, asked: readonly Asked[]): Promise<void> =>
  raiseAlerts(
    tx,
    asked.map(({ payment, conclusion }) => differs(payment, conclusion.code)),
  );

/** Nobody knows yet what became of these: the provider is asked again (SPEC 5). */
export const markUnknown = (tx: Tx, ids: readonly PaymentId[], againInSeconds: number): Promise<void> =>
  mark(tx, ids, againInSeconds);

/** What was tried came to nothing, and the buyer may pay another way. */
export const reopenPayments = (tx: Tx, ids: readonly PaymentId[]): Promise<void> => reopen(tx, ids);
