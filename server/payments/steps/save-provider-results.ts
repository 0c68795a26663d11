import type { AlertToRaise } from "../../alerts/contract.ts";
import { raiseAlerts } from "../../alerts/steps/raise-alerts.ts";
import { resolveAlerts } from "../../alerts/steps/resolve-alerts.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { endAttempt } from "../attempts.store.ts";
import type { FetchedPayment } from "../gateways/by-name.ts";
import type { ClaimedPayment } from "./claim-payments.ts";

/** Saves what providers said of charges, and raises alerts for operators, in the caller's transaction. */
export async function saveProviderResults(tx: Tx, fetched: readonly FetchedPayment[]): Promise<void> {
  for (const { payment, status } of fetched) {
    if (!payment.charge || status.outcome === "unknown") continue;
    await endAttempt(tx, payment.charge.id, status.outcome === "paid" ? "done" : "refused", status.code);
  }
  const charged = fetched.filter(({ payment, status }) => payment.charge && status.outcome === "paid");
  await resolveAlerts(tx, "provider_misconfigured", [
    ...new Set(charged.map(({ payment }) => payment.provider)),
  ]);
  await raiseAlerts(tx, fetched.flatMap(alertOn));
}

/** The provider refuses our own key or requests: no payment works until an operator has corrected that. */
export const alertMisconfigured = (tx: Tx, provider: string, code: string): Promise<void> =>
  raiseAlerts(tx, [misconfigured(provider, code)]);

const misconfigured = (provider: string, code: string | undefined): AlertToRaise => ({
  ...{ kind: "provider_misconfigured", subject: provider, detail: { code } },
});

function alertOn({ payment, status: { fault, code } }: FetchedPayment): AlertToRaise[] {
  if (fault === "misconfigured") return [misconfigured(payment.provider, code)];
  return fault === "differs" ? [differs(payment, code)] : [];
}

const differs = ({ pgPaymentId, amountKrw }: ClaimedPayment, answer: string | undefined): AlertToRaise => ({
  ...{ kind: "payment_differs", subject: pgPaymentId, detail: { amountKrw, told: answer } },
});

/** The provider gave the money of paid payments back without our asking: an operator must look at them. */
export const alertGivenBack = (tx: Tx, fetched: readonly FetchedPayment[]): Promise<void> =>
  raiseAlerts(
    tx,
    fetched.map(({ payment, status }) => differs(payment, status.code)),
  );
