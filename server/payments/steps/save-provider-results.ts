import type { AlertToRaise } from "../../alerts/contract.ts";
import { raiseAlerts } from "../../alerts/steps/raise-alerts.ts";
import { resolveAlerts } from "../../alerts/steps/resolve-alerts.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { endAttempt } from "../attempts.store.ts";
import type { PaymentId } from "../contract.ts";
import { markUnknown as mark } from "../store.ts";
import type { Asked, ClaimedPayment } from "./claim-payments.ts";

/** Keeps what providers said of charges, and tells operators of what is theirs to mend, in the caller's transaction. */
export async function saveProviderResults(tx: Tx, asked: readonly Asked[]): Promise<void> {
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

/** The provider refuses our own key or requests: nobody can pay until an operator has mended that. */
export const alertMisconfigured = (tx: Tx, provider: string, code: string): Promise<void> =>
  raiseAlerts(tx, [misconfigured(provider, code)]);

const misconfigured = (provider: string, code: string | undefined): AlertToRaise => ({
  ...{ kind: "provider_misconfigured", subject: provider, detail: { code } },
});

function alertOn({ payment, conclusion: { fault, code } }: Asked): AlertToRaise[] {
  if (fault === "misconfigured") return [misconfigured(payment.provider, code)];
  return fault === "differs" ? [differs(payment, code)] : [];
}

const differs = ({ pgPaymentId, amountKrw }: ClaimedPayment, told: string | undefined): AlertToRaise => ({
  ...{ kind: "payment_differs", subject: pgPaymentId, detail: { amountKrw, told } },
});

/** The provider gave a paid payment back without our asking: an operator must look at it. */
export const alertGivenBack = (tx: Tx, asked: readonly Asked[]): Promise<void> =>
  raiseAlerts(
    tx,
    asked.map(({ payment, conclusion }) => differs(payment, conclusion.code)),
  );

/** The outcome of these is not known yet: the provider is asked again. */
export const markUnknown = (tx: Tx, ids: readonly PaymentId[], againInSeconds: number): Promise<void> =>
  mark(tx, ids, againInSeconds);
