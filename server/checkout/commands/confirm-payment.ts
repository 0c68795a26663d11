import type { z } from "zod";
import { raiseAlerts } from "../../alerts/steps/raise-alerts.ts";
import { freeExpiredHolds } from "../../holds/steps/free-holds.ts";
import { freezeLiveHold } from "../../holds/steps/freeze-live-hold.ts";
import { requirePlacedOrder } from "../../orders/queries.ts";
import type { OrderRow } from "../../orders/store.ts";
import { findPaymentOfKey } from "../../payments/attempts.store.ts";
import type { Authorization, AuthorizationFault } from "../../payments/contract.ts";
import { paymentErrors } from "../../payments/errors.ts";
import { fetchAuthorization, fetchStatuses } from "../../payments/gateways/by-name.ts";
import { isPayable } from "../../payments/machine.ts";
import { confirmationOf } from "../../payments/queries.ts";
import { type ClaimedPayment, claimForCharge } from "../../payments/steps/claim-payments.ts";
import { alertMisconfigured } from "../../payments/steps/save-provider-results.ts";
import { lockPaymentOfOrder, type PaymentRow } from "../../payments/store.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { signedIn } from "../../platform/operation/allow.ts";
import { writeAudit } from "../../platform/operation/audit.ts";
import { defineDirectCommand } from "../../platform/operation/command.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { AppError } from "../../platform/operation/errors.ts";
import { ConfirmPayment, PaymentConfirmed } from "../contract.ts";
import { checkoutErrors } from "../errors.ts";
import { countConfirmTry } from "../limits.ts";
import { reconcilePayments } from "../steps/reconcile-payments.ts";
import { heldForCharge } from "../store.ts";

/**
 * Charges what the buyer authorized at a provider that moves money only when it is asked to. The buyer is not believed:
 * the provider is asked first which order the authorization is for. Where it is this one, the hold is checked and
 * frozen, that is committed, the provider is asked to charge, and its answer is committed. A hold that is over is never
 * charged. An authorization that was used for this order already only returns the present state. Throws `not_found` for
 * another's order, to an admin too: one who knows that it was paid decides so with a reason. Throws `wrong_amount` (400)
 * where the provider was asked for other money than the order's, `authorization_refused` (409), `provider_silent` (503),
 * `too_many_confirmations` (429): each changes nothing.
 */
export const confirmPayment = defineDirectCommand({
  id: "checkout.confirm-payment",
  summary: "Charge what the buyer authorized at the provider.",
  allow: signedIn,
  input: ConfirmPayment,
  output: PaymentConfirmed,
  refuses: [
    paymentErrors.wrong_amount,
    paymentErrors.authorization_refused,
    paymentErrors.provider_silent,
    checkoutErrors.too_many_confirmations,
  ],
  async run(ctx, input) {
    const found = orThrow(await inTransaction(ctx, (tx) => find(tx, input)));
    if (found) {
      ctx.span?.follow(found.order.traceId);
      await countConfirmTry(ctx);
      const authorization = await fetchAuthorization(ctx, found.payment, input.paymentKey);
      const begun = orThrow(await inTransaction(ctx, (tx) => begin(tx, input, authorization)));
      if (begun) {
        const fetched = await fetchStatuses(ctx, [begun], await heldForCharge(ctx, [begun]));
        await inTransaction(ctx, (tx) => reconcilePayments(tx, fetched));
      }
    }
    return { orderId: input.orderId, ...(await confirmationOf(ctx, input.orderId)) };
  },
});

type Input = z.output<typeof ConfirmPayment>;

interface Found {
  readonly order: OrderRow;
  readonly payment: PaymentRow;
}

/** Throws after the commit: a transaction that refuses still commits its audit row. */
function orThrow<T>(result: T): Exclude<T, AppError> {
  if (result instanceof AppError) throw result;
  return result as Exclude<T, AppError>;
}

/** The order and its locked payment, where this authorization may be for it; undefined where there is nothing to do. */
async function find(tx: Tx, { orderId, paymentKey, amount }: Input): Promise<Found | AppError | undefined> {
  const order = await requirePlacedOrder(tx, orderId);
  const payment = await lockPaymentOfOrder(tx, orderId);
  if (amount !== payment.amountKrw) return refuseAmount(tx, { order, payment }, amount);
  if (!isPayable(payment.state) || payment.unknownSince) return undefined;
  const usedFor = await findPaymentOfKey(tx, paymentKey);
  if (usedFor && usedFor !== payment.id) return refuse(tx, order, "foreign");
  return usedFor ? undefined : { order, payment };
}

/** Claims the payment and freezes its hold, where the provider says that the authorization is this order's. */
async function begin(
  tx: Tx,
  input: Input,
  authorization: Authorization,
): Promise<ClaimedPayment | AppError | undefined> {
  const found = await find(tx, input);
  if (!found || found instanceof AppError) return found;
  const { order, payment } = found;
  switch (authorization.outcome) {
    case "unknown":
      if (authorization.fault === "misconfigured")
        await alertMisconfigured(tx, payment.provider, authorization.code);
      audit(tx, order, "provider_silent");
      return paymentErrors.provider_silent();
    case "refused":
      return refuse(tx, order, authorization.why);
    case "wrong_amount":
      return refuseAmount(tx, found, authorization.amountKrw);
    case "given":
      break;
  }
  const isHeld = await freezeLiveHold(tx, order.holdId);
  if (!isHeld && !authorization.isCharged) {
    audit(tx, order, "hold_ended");
    await freeExpiredHolds(tx, order.eventSessionId);
    return undefined;
  }
  const claimed = await claimForCharge(tx, payment.id, authorization);
  // It was used for another payment since `find`; throwing also undoes the freeze.
  if (!claimed) throw paymentErrors.authorization_refused({ why: "foreign" });
  audit(tx, order, "ok");
  return claimed;
}

const audit = (tx: Tx, { id, amountKrw }: OrderRow, outcome: string, amount = amountKrw): void =>
  writeAudit(tx, [{ action: confirmPayment.id, target: id, outcome, meta: { amount } }]);

function refuse(tx: Tx, order: OrderRow, why: AuthorizationFault): AppError {
  const error = paymentErrors.authorization_refused({ why });
  audit(tx, order, error.reason);
  return error;
}

async function refuseAmount(tx: Tx, { order, payment }: Found, amount: number): Promise<AppError> {
  const { pgPaymentId, amountKrw: expected } = payment;
  const error = paymentErrors.wrong_amount({ pgPaymentId, amount, expected });
  await raiseAlerts(tx, [{ kind: "wrong_amount", subject: pgPaymentId, detail: error.params }]);
  audit(tx, order, error.reason, amount);
  return error;
}
