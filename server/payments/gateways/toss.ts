import { env } from "../../platform/config/env.ts";
import type { AppContext } from "../../platform/operation/context.ts";
import { endAttempt, openRefund } from "../attempts.store.ts";
import type { Authorization } from "../contract.ts";
import type {
  Charge,
  ClosedPayment,
  PaymentAtProvider,
  PaymentGateway,
  ProviderStatus,
  RefundAtProvider,
  RefundOutcome,
} from "../gateway.ts";
import { askToss, type TossPayment } from "./toss-api.ts";
import { chargeRefusal, lookupRefusal, refundRefusal } from "./toss-codes.ts";

/** A lookup is quick, and the charge is still to come after it. */
const LOOKUP_MS = 5000;
/** A card company may take its time; a buyer waits. */
const CHARGE_MS = 15_000;
/** Less than the ten seconds that a transmission may take in all (docs/spec/outbox.md#delivery). */
const REFUND_MS = 9000;

/**
 * Toss Payments: the buyer authorizes on its page, and money moves when we say so. It knows a payment by the order's id;
 * every authorization has a new `paymentKey` (docs/decisions/020-charging.md).
 */
export const tossGateway = createTossGateway({
  ...{ lookupMs: LOOKUP_MS, chargeMs: CHARGE_MS, refundMs: REFUND_MS },
});

interface Limits {
  readonly lookupMs: number;
  readonly chargeMs: number;
  readonly refundMs: number;
}

/** @param limits - milliseconds for the look at an authorization, one request about a charge, and all of a refund */
export function createTossGateway(limits: Limits): PaymentGateway {
  return {
    name: "toss",
    trustsCallbacks: false,
    clientKey: () => env.TOSS_CLIENT_KEY,
    open: ({ orderId }) => ({ pgPaymentId: orderId, sessionUrl: `${env.APP_URL}/orders/${orderId}/pay` }),
    // Money moves only when we charge, and we never charge for an order that is over.
    close: async () => new Set(),
    fetchAuthorization: (_ctx, payment) => lookUp(payment, limits.lookupMs),
    fetchStatus: async (_ctx, payment) =>
      // Only we charge, so what we did not ask for was not paid.
      payment.charge ? statusOfCharge(payment, payment.charge, limits.chargeMs) : { outcome: "unpaid" },
    refund: (ctx, asked) => refund(ctx, asked, limits.refundMs),
  };
}

/** Asks Toss which order an authorization is for and its status, because the browser's word is not trusted. */
async function lookUp(
  { paymentKey, pgPaymentId, amountKrw }: ClosedPayment & { readonly paymentKey: string },
  ms: number,
): Promise<Authorization> {
  const signal = AbortSignal.timeout(ms);
  const answer = await askToss({ method: "GET", path: pathOf(paymentKey), signal });
  if (answer.kind === "silent") return { outcome: "unknown", code: answer.code };
  if (answer.kind === "refused") {
    const refusal = lookupRefusal(answer.code);
    if (refusal === "missing") return { outcome: "refused", why: "unknown" };
    return {
      ...{ outcome: "unknown", code: answer.code },
      ...(refusal === "misconfigured" && { fault: refusal }),
    };
  }
  const { status, totalAmount, ...payment } = answer.payment;
  if (payment.paymentKey !== paymentKey || payment.orderId !== pgPaymentId)
    return { outcome: "refused", why: "foreign" };
  if (totalAmount !== amountKrw) return { outcome: "wrong_amount", amountKrw: totalAmount };
  if (status === "IN_PROGRESS" || status === "DONE")
    return { outcome: "given", paymentKey, isCharged: status === "DONE" };
  return { outcome: "refused", why: status === "READY" ? "unknown" : "over" };
}

/** Charges what was authorized. Where that was asked for before, it first looks whether it was done. */
async function statusOfCharge(
  payment: PaymentAtProvider,
  charge: Charge,
  ms: number,
): Promise<ProviderStatus> {
  if (charge.isNew) return askToCharge(payment, charge, ms);
  const path = pathOf(charge.paymentKey);
  const known = await askToss({ method: "GET", path, signal: AbortSignal.timeout(ms) });
  if (known.kind === "silent") return { outcome: "unknown", code: known.code };
  if (known.kind === "refused") {
    if (known.code !== "NOT_FOUND_PAYMENT") return classifyRefusal(known.code);
    if (charge.isStale) return { outcome: "unpaid", code: known.code };
  } else {
    const { status } = known.payment;
    const isOpen = status === "READY" || status === "IN_PROGRESS";
    if (!isOpen) return statusOfPayment(known.payment, payment, charge);
  }
  // The request may not have arrived, or be under way: Toss carries it out once, however often its key is sent.
  return charge.mayCharge
    ? askToCharge(payment, charge, ms)
    : { outcome: "unknown", code: "NOT_CHARGED_YET" };
}

async function askToCharge(payment: PaymentAtProvider, charge: Charge, ms: number): Promise<ProviderStatus> {
  if (!charge.mayCharge) return { outcome: "unknown", code: "HOLD_ENDING" };
  const { paymentKey, id } = charge;
  const answer = await askToss({
    ...{ method: "POST", path: "/v1/payments/confirm", signal: AbortSignal.timeout(ms) },
    body: { paymentKey, orderId: payment.pgPaymentId, amount: payment.amountKrw },
    idempotencyKey: `confirm:${id}`,
  });
  if (answer.kind === "payment") return statusOfPayment(answer.payment, payment, charge);
  return answer.kind === "refused" ? classifyRefusal(answer.code) : { outcome: "unknown", code: answer.code };
}

/** Compares the answer with our payment, because Toss answers by the key and ignores the body. */
function statusOfPayment(
  found: TossPayment,
  asked: PaymentAtProvider,
  { paymentKey }: Charge,
): ProviderStatus {
  const isOurs = found.paymentKey === paymentKey && found.orderId === asked.pgPaymentId;
  if (!isOurs || found.totalAmount !== asked.amountKrw)
    return { outcome: "unknown", code: `${found.status} ${found.totalAmount}`, fault: "differs" };
  const code = found.failure?.code ?? found.status;
  switch (found.status) {
    case "DONE":
      return { outcome: "paid" };
    case "ABORTED":
    case "EXPIRED":
    case "CANCELED":
      return { outcome: "unpaid", code };
    default:
      return { outcome: "unknown", code };
  }
}

function classifyRefusal(code: string): ProviderStatus {
  const refusal = chargeRefusal(code);
  if (refusal === "unknown") return { outcome: "unknown", code };
  return { outcome: "unpaid", code, ...(refusal === "misconfigured" && { fault: refusal }) };
}

const pathOf = (paymentKey: string): string => `/v1/payments/${encodeURIComponent(paymentKey)}`;

/**
 * Gives a payment or a part of it back. A request keeps its idempotency key until Toss has said that it failed; the next
 * one has another key, since Toss repeats its answer to a key. The reason names the refund, by which it is known among
 * the payment's others.
 */
async function refund(ctx: AppContext, asked: RefundAtProvider, ms: number): Promise<RefundOutcome> {
  const { pgPaymentId, refundId, amountKrw, refundKrw } = asked;
  const attempt = await openRefund(ctx, pgPaymentId, refundId);
  if (!attempt) return { outcome: "refused", code: "NOTHING_WAS_CHARGED" };
  const signal = AbortSignal.timeout(ms);
  const answer = await askToss({
    ...{ method: "POST", path: `${pathOf(attempt.paymentKey)}/cancel`, signal },
    body: { cancelReason: reasonOf(asked), ...(refundKrw < amountKrw && { cancelAmount: refundKrw }) },
    idempotencyKey: `refund:${attempt.id}`,
  });
  if (answer.kind === "payment" && isGivenBack(answer.payment, asked))
    return end(ctx, attempt.id, "refunded");
  if (answer.kind === "payment") return { outcome: "unknown", code: answer.payment.status };
  const { code } = answer;
  if (answer.kind === "silent") return { outcome: "unknown", code };
  const refusal = refundRefusal(code);
  if (refusal === "final") return end(ctx, attempt.id, "refused", code);
  const known = await askToss({ method: "GET", path: pathOf(attempt.paymentKey), signal });
  if (known.kind === "payment" && isGivenBack(known.payment, asked)) return end(ctx, attempt.id, "refunded");
  if (known.kind === "payment" && refusal === "failed") await endAttempt(ctx, attempt.id, "refused", code);
  return { outcome: "unknown", code };
}

const reasonOf = ({ refundId }: RefundAtProvider): string => `order cancelled (${refundId})`;

/** Whether the refund is among what Toss gave back, or nothing is left to give back. */
const isGivenBack = ({ status, balanceAmount, cancels }: TossPayment, asked: RefundAtProvider): boolean =>
  (status === "CANCELED" && balanceAmount === 0) ||
  (cancels ?? []).some(
    ({ cancelAmount, cancelReason }) => cancelAmount === asked.refundKrw && cancelReason === reasonOf(asked),
  );

async function end(
  ctx: AppContext,
  id: Charge["id"],
  outcome: "refunded" | "refused",
  code?: string,
): Promise<RefundOutcome> {
  await endAttempt(ctx, id, outcome === "refunded" ? "done" : "refused", code);
  return { outcome, code };
}
