import { raiseAlerts } from "../../alerts/steps/raise-alerts.ts";
import type { PaymentCallback } from "../../payments/contract.ts";
import { paymentErrors } from "../../payments/errors.ts";
import { callbacksDecide } from "../../payments/gateways/by-name.ts";
import { readCallback } from "../../payments/gateways/sandbox.ts";
import type { PaymentState } from "../../payments/machine.ts";
import { lockPayments } from "../../payments/steps/lock-payments.ts";
import { rememberCallbacks, takenIn } from "../../payments/steps/remember-callbacks.ts";
import { saveDeclines } from "../../payments/steps/reopen-payments.ts";
import { SignedWebhook } from "../../platform/http/webhook.ts";
import { anyone } from "../../platform/operation/allow.ts";
import { type BatchRequest, defineBatchedCommand } from "../../platform/operation/batched-command.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { AppError, platformErrors } from "../../platform/operation/errors.ts";
import { toStorableText } from "../../platform/values/text.ts";
import { CallbackTaken } from "../contract.ts";
import { stateAfter, type Verdict, verdictOn } from "../policy.ts";
import { ordersOfPayments } from "../queries.ts";
import {
  confirmPurchases,
  failPurchases,
  type Purchase,
  refundAfterFailure,
  unfreezeHolds,
} from "../steps/end-purchases.ts";
import { restoreOrRefund } from "../steps/restore-purchases.ts";

/**
 * Takes the provider's signed word on a payment (docs/spec/purchase.md#payment). Refused with `bad_signature` (401), `not_found` for an unknown payment,
 * `wrong_amount` (400): each leaves state untouched and an audit row.
 */
export const takePaymentCallback = defineBatchedCommand({
  id: "checkout.take-payment-callback",
  summary: "The payment provider's signed callback.",
  allow: anyone,
  webhook: "payments.callback",
  auditRefusals: true,
  input: SignedWebhook,
  output: CallbackTaken,
  refuses: [platformErrors.bad_signature, paymentErrors.wrong_amount],
  audit: (webhook, taken) => ({
    target: webhook["webhook-id"],
    meta: { rawBody: toStorableText(webhook.rawBody, 500), outcome: taken?.outcome },
  }),
  prepare: (_ctx, webhook) => readOrRefuse(webhook),
  run: takeTogether,
});

type Request = BatchRequest<SignedWebhook, PaymentCallback | AppError>;

function readOrRefuse(webhook: SignedWebhook): PaymentCallback | AppError {
  try {
    return readCallback(webhook);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

/** One caller's word, judged. */
interface Judged {
  readonly purchase: Purchase;
  readonly verdict: Verdict | "duplicate";
  readonly told: PaymentCallback;
  readonly webhookId: string;
}

async function takeTogether(tx: Tx, requests: readonly Request[]) {
  const judged = await judge(tx, requests);
  const having = (wanted: Verdict) =>
    judged.flatMap((word) => (word instanceof AppError || word.verdict !== wanted ? [] : [word.purchase]));
  // In the order in which one payment can meet them within a batch: refused cards, then failed, and refunded after that.
  await takeDeclines(tx, judged);
  const paid = having("confirm");
  const confirmed = await confirmPurchases(tx, paid);
  await failPurchases(tx, having("fail"));
  await refundAfterFailure(tx, having("refund"));
  const late = [...paid.filter((purchase) => !confirmed.has(purchase)), ...having("restore")];
  for (const purchase of await restoreOrRefund(tx, late)) confirmed.add(purchase);
  await raiseAlerts(tx, judged.flatMap(alertOn));
  const results = judged.map((word) =>
    word instanceof AppError ? word : { outcome: outcomeOf(word, confirmed) },
  );
  rememberCallbacks(
    tx,
    judged.flatMap((word, index) => {
      const result = results[index];
      if (word instanceof AppError || !result || result instanceof AppError) return [];
      if (word.verdict === "duplicate") return [];
      const { webhookId, told } = word;
      return [{ webhookId, pgPaymentId: told.pgPaymentId, status: told.status, outcome: result.outcome }];
    }),
  );
  return results;
}

/** A refused card ends nothing: it is kept, and the order waits for another. */
async function takeDeclines(tx: Tx, judged: readonly (Judged | AppError)[]): Promise<void> {
  const declined = judged.filter(
    (word): word is Judged => !(word instanceof AppError) && word.verdict === "decline",
  );
  await saveDeclines(
    tx,
    declined.map(({ purchase: { payment, by }, told, webhookId }) => ({
      payment: { ...payment, by },
      paymentKey: webhookId,
      code: told.code ?? told.status,
    })),
  );
  await unfreezeHolds(
    tx,
    declined.map(({ purchase }) => purchase),
  );
}

/** Judges each word in the order of arrival: a later one of the same payment sees what the earlier ones made of it. */
async function judge(tx: Tx, requests: readonly Request[]): Promise<(Judged | AppError)[]> {
  const ids = requests.flatMap(({ prepared }) =>
    prepared instanceof AppError ? [] : [prepared.pgPaymentId],
  );
  const webhookIds = requests.map(({ input }) => input["webhook-id"]);
  const payments = await lockPayments(tx, ids);
  // These are read after the lock, so they include what its last holder committed.
  const [known, orders] = await Promise.all([takenIn(tx, webhookIds), ordersOfPayments(tx, ids)]);
  const states = new Map<string, PaymentState>();
  return requests.map(({ ctx: by, input, prepared: told }) => {
    if (told instanceof AppError) return told;
    const { pgPaymentId, status, amount } = told;
    const payment = payments.get(pgPaymentId);
    const order = orders.get(pgPaymentId);
    // A payment of a provider that only hints is settled by asking it, whoever has the secret.
    if (!payment || !order || !callbacksDecide(payment.provider))
      return platformErrors.not_found({ what: "payment" });
    const webhookId = input["webhook-id"];
    const state = states.get(pgPaymentId) ?? payment.state;
    const word = { purchase: { payment: { ...payment, state }, order, by }, told, webhookId };
    if (known.has(webhookId)) return { ...word, verdict: "duplicate" };
    if (amount !== undefined && amount !== payment.amountKrw)
      return paymentErrors.wrong_amount({ pgPaymentId, amount, expected: payment.amountKrw });
    known.add(webhookId);
    const verdict = verdictOn(status, { state, orderEnding: order.endReason });
    states.set(pgPaymentId, stateAfter(verdict, state));
    return { ...word, verdict };
  });
}

const alertOn = (word: Judged | AppError) =>
  word instanceof AppError && word.reason === "wrong_amount"
    ? [{ kind: "wrong_amount" as const, subject: String(word.params.pgPaymentId), detail: word.params }]
    : [];

function outcomeOf({ verdict, purchase }: Judged, confirmed: ReadonlySet<Purchase>) {
  if (verdict === "confirm" || verdict === "restore")
    return confirmed.has(purchase) ? ("confirmed" as const) : ("refund_asked" as const);
  if (verdict === "refund") return "refund_asked" as const;
  if (verdict === "decline") return "declined" as const;
  return verdict === "fail" ? ("failed" as const) : verdict;
}
