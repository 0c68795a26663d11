import type { AlertToRaise } from "../../alerts/contract.ts";
import { raiseAlerts } from "../../alerts/steps/raise-alerts.ts";
import type { PaymentCallback } from "../../payments/contract.ts";
import { paymentErrors } from "../../payments/errors.ts";
import { trustsCallbacks } from "../../payments/gateways/by-name.ts";
import { readCallback } from "../../payments/gateways/sandbox.ts";
import type { PaymentState } from "../../payments/machine.ts";
import { saveDeclines } from "../../payments/steps/reopen-payments.ts";
import { clearUnknown, findSavedCallbacks, lockPayments, saveCallbacks } from "../../payments/store.ts";
import { SignedWebhook } from "../../platform/http/webhook.ts";
import { anyone } from "../../platform/operation/allow.ts";
import { type BatchRequest, defineBatchedCommand } from "../../platform/operation/batched-command.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { AppError, platformErrors } from "../../platform/operation/errors.ts";
import { toStorableText } from "../../platform/values/text.ts";
import { CallbackTaken } from "../contract.ts";
import { type CallbackEffect, contradictionTo, evaluateCallback, stateAfter } from "../policy.ts";
import { restoreOrRefund } from "../steps/restore-purchases.ts";
import {
  confirmPurchases,
  failPurchases,
  type Purchase,
  refundAfterFailure,
  unfreezePurchases,
} from "../steps/transition-purchases.ts";
import { ordersOfPayments } from "../store.ts";

/**
 * Takes a provider's signed callback about a payment (docs/spec/purchase.md#payment). Refused with `bad_signature` (401),
 * `not_found` for an unknown payment, `wrong_amount` (400): each leaves state untouched and an audit row.
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

/** One callback, and what it does to its purchase. */
interface Evaluated {
  readonly purchase: Purchase;
  readonly effect: CallbackEffect | "duplicate";
  readonly callback: PaymentCallback;
  readonly webhookId: string;
}

async function takeTogether(tx: Tx, requests: readonly Request[]) {
  const evaluated = await evaluateAll(tx, requests);
  const known = [...evaluated.values()].filter((one): one is Evaluated => !(one instanceof AppError));
  const having = (wanted: CallbackEffect) =>
    known.filter(({ effect }) => effect === wanted).map(({ purchase }) => purchase);
  // In the order in which one payment can meet them within a batch: refused cards, then failed, and refunded after that.
  await saveDeclined(
    tx,
    known.filter(({ effect }) => effect === "decline"),
  );
  const paid = having("confirm");
  const confirmed = await confirmPurchases(tx, paid);
  await failPurchases(tx, having("fail"));
  await refundAfterFailure(tx, having("refund"));
  const late = [...paid.filter((purchase) => !confirmed.has(purchase)), ...having("restore")];
  for (const purchase of await restoreOrRefund(tx, late)) confirmed.add(purchase);
  await raiseAlerts(tx, [...evaluated.values()].flatMap(alertOn));
  const told = known.filter(
    ({ effect, callback }) => effect !== "duplicate" && callback.status !== "DECLINED",
  );
  await clearUnknown(
    tx,
    told.flatMap(({ purchase: { payment } }) => (payment.decidedAs ? [payment.id] : [])),
  );
  saveCallbacks(
    tx,
    known
      .filter(({ effect }) => effect !== "duplicate")
      .map((one) => {
        const { pgPaymentId, status } = one.callback;
        return { webhookId: one.webhookId, pgPaymentId, status, outcome: outcomeOf(one, confirmed) };
      }),
  );
  return new Map(
    [...evaluated].map(([request, one]) => [
      request,
      one instanceof AppError ? one : { outcome: outcomeOf(one, confirmed) },
    ]),
  );
}

/** A refused card ends nothing: the attempt is saved, and the order waits for another card. */
async function saveDeclined(tx: Tx, declined: readonly Evaluated[]): Promise<void> {
  await saveDeclines(
    tx,
    declined.map(({ purchase: { payment, by }, callback, webhookId }) => ({
      payment: { ...payment, by },
      paymentKey: webhookId,
      code: callback.code ?? callback.status,
    })),
  );
  await unfreezePurchases(
    tx,
    declined.map(({ purchase }) => purchase),
  );
}

/** Evaluates the callbacks in their order of arrival: a later one of a payment sees what the earlier ones made of it. */
async function evaluateAll(
  tx: Tx,
  requests: readonly Request[],
): Promise<Map<Request, Evaluated | AppError>> {
  const ids = requests.flatMap(({ prepared }) =>
    prepared instanceof AppError ? [] : [prepared.pgPaymentId],
  );
  const webhookIds = requests.map(({ input }) => input["webhook-id"]);
  const payments = await lockPayments(tx, ids);
  // These are read after the lock, so they include what its last holder committed.
  const [known, orders] = await Promise.all([findSavedCallbacks(tx, webhookIds), ordersOfPayments(tx, ids)]);
  const states = new Map<string, PaymentState>();
  const evaluate = ({ ctx, input, prepared: callback }: Request): Evaluated | AppError => {
    if (callback instanceof AppError) return callback;
    const { pgPaymentId, status, amount } = callback;
    const payment = payments.get(pgPaymentId);
    const order = orders.get(pgPaymentId);
    // A payment of a provider whose webhooks are not trusted is reconciled by asking it, even where a signature is right.
    if (!payment || !order || !trustsCallbacks(payment.provider))
      return platformErrors.not_found({ what: "payment" });
    const webhookId = input["webhook-id"];
    // A provider begins a trace of its own: what its word leads to goes under the purchase's.
    const by = { actor: ctx.actor, traceId: order.traceId };
    ctx.span?.follow(order.traceId);
    const state = states.get(pgPaymentId) ?? payment.state;
    const one = { purchase: { payment: { ...payment, state }, order, by }, callback, webhookId };
    if (known.has(webhookId)) return { ...one, effect: "duplicate" };
    if (amount !== undefined && amount !== payment.amountKrw)
      return paymentErrors.wrong_amount({ pgPaymentId, amount, expected: payment.amountKrw });
    known.add(webhookId);
    const effect = evaluateCallback(status, { state, orderEnding: order.endReason });
    states.set(pgPaymentId, stateAfter(effect, state));
    return { ...one, effect };
  };
  return new Map(requests.map((request) => [request, evaluate(request)]));
}

function alertOn(one: Evaluated | AppError): AlertToRaise[] {
  if (one instanceof AppError)
    return one.reason === "wrong_amount"
      ? [{ kind: "wrong_amount", subject: String(one.params.pgPaymentId), detail: one.params }]
      : [];
  const { effect, callback, purchase } = one;
  if (effect === "duplicate" || callback.status === "DECLINED") return [];
  return contradictionTo(purchase.payment, callback.status === "SUCCESS" ? "paid" : "unpaid");
}

function outcomeOf({ effect, purchase }: Evaluated, confirmed: ReadonlySet<Purchase>) {
  if (effect === "confirm" || effect === "restore")
    return confirmed.has(purchase) ? ("confirmed" as const) : ("refund_asked" as const);
  if (effect === "refund") return "refund_asked" as const;
  if (effect === "decline") return "declined" as const;
  return effect === "fail" ? ("failed" as const) : effect;
}
