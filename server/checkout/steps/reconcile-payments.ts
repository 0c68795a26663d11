import type { AlertToRaise } from "../../alerts/contract.ts";
import { raiseAlerts } from "../../alerts/steps/raise-alerts.ts";
import { freezeHolds } from "../../holds/store.ts";
import { postponeDecided } from "../../payments/decisions.store.ts";
import type { FetchedPayment } from "../../payments/gateways/by-name.ts";
import { reopenPayments } from "../../payments/steps/reopen-payments.ts";
import { alertGivenBack, saveProviderResults } from "../../payments/steps/save-provider-results.ts";
import { clearUnknown, lockPayments, markUnknown } from "../../payments/store.ts";
import { databaseNow } from "../../platform/database/clock.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { contradictionTo } from "../policy.ts";
import { ordersOfPayments } from "../store.ts";
import { restoreOrRefund } from "./restore-purchases.ts";
import {
  confirmPurchases,
  failPurchases,
  type Purchase,
  paymentsOf,
  unfreezePurchases,
} from "./transition-purchases.ts";

const ASKED_AGAIN_SECONDS = 60;

/** Of how many payments the provider knew the outcome, and of how many not. */
interface Reconciled {
  readonly settled: number;
  readonly unknown: number;
}

interface OwnPayment extends FetchedPayment {
  readonly purchase: Purchase;
}

/**
 * Reconciles claimed payments with what their providers say of them, in the caller's transaction. A buyer who comes back,
 * a provider's notification and the job all reconcile this way.
 */
export async function reconcilePayments(tx: Tx, fetched: readonly FetchedPayment[]): Promise<Reconciled> {
  const own = await stillOwn(tx, fetched);
  const open = own.filter(
    ({ purchase: { payment } }) => payment.state === "processing" || payment.state === "pending",
  );
  // These failed for us while it was not known whether money moved.
  const over = own.filter(({ purchase: { payment } }) => payment.state === "failed");
  const having = (
    outcome: FetchedPayment["status"]["outcome"],
    from: readonly OwnPayment[] = open,
  ): Purchase[] => from.filter(({ status }) => status.outcome === outcome).map(({ purchase }) => purchase);
  const unknown = having("unknown");
  await saveProviderResults(tx, [...open, ...over]);
  const decided = own.filter(
    ({ purchase: { payment } }) => payment.decidedAs && ["completed", "refunded"].includes(payment.state),
  );
  await postponeDecided(tx, idsOf(having("unknown", decided)), ASKED_AGAIN_SECONDS);
  await clearUnknown(tx, idsOf([...having("paid", decided), ...having("unpaid", decided)]));
  await raiseAlerts(tx, own.flatMap(contradictionOf));
  await alertGivenBack(
    tx,
    own.filter((one) => isGivenBack(one) && !one.purchase.payment.decidedAs),
  );
  const paid = having("paid");
  const confirmed = await confirmPurchases(tx, paid);
  const late = paid.filter((purchase) => !confirmed.has(purchase));
  await restoreOrRefund(tx, [...late, ...having("paid", over)]);
  await clearUnknown(tx, idsOf([...having("paid", over), ...having("unpaid", over)]));
  await markUnknown(tx, idsOf(having("unknown", over)), ASKED_AGAIN_SECONDS);
  await endUnpaid(tx, having("unpaid"));
  await waitForOutcome(tx, unknown);
  const stillUnknown = unknown.length + having("unknown", over).length;
  return { settled: open.length + over.length - stillUnknown, unknown: stillUnknown };
}

const idsOf = (purchases: readonly Purchase[]) => purchases.map(({ payment }) => payment.id);

/** The alert that the provider's answer is not what an operator had decided, if it is not. */
const contradictionOf = ({ purchase, status: { outcome } }: OwnPayment): AlertToRaise[] =>
  // What has gone back was paid, whatever its provider calls it now.
  outcome === "unknown" || purchase.payment.state === "refunded"
    ? []
    : contradictionTo(purchase.payment, outcome);

const isGivenBack = ({ purchase, status }: OwnPayment): boolean =>
  purchase.payment.state === "completed" && status.outcome === "unpaid";

/** The outcome is not known yet: the stock stays held, and the provider is asked again later. */
async function waitForOutcome(tx: Tx, purchases: readonly Purchase[]): Promise<void> {
  await markUnknown(tx, idsOf(purchases), ASKED_AGAIN_SECONDS);
  await freezeHolds(
    tx,
    purchases.map(({ order }) => order.holdId),
  );
}

/** Those whose claim is still the last one. */
async function stillOwn(tx: Tx, fetched: readonly FetchedPayment[]): Promise<OwnPayment[]> {
  const pgPaymentIds = fetched.map(({ payment }) => payment.pgPaymentId);
  const current = await lockPayments(tx, pgPaymentIds);
  // The orders are read after the lock, so they include what its last holder committed.
  const orders = await ordersOfPayments(tx, pgPaymentIds);
  return fetched.flatMap((one) => {
    const { pgPaymentId, reconcileClaims } = one.payment;
    const payment = current.get(pgPaymentId);
    const order = orders.get(pgPaymentId);
    if (!payment || !order || payment.reconcileClaims !== reconcileClaims) return [];
    const by = { actor: tx.actor, traceId: order.traceId };
    return [{ ...one, purchase: { payment, order, by } }];
  });
}

/** While the window is open the buyer may pay another way; after it the order has failed. */
async function endUnpaid(tx: Tx, purchases: readonly Purchase[]): Promise<void> {
  const now = await databaseNow(tx.db);
  const isOpen = ({ payment }: Purchase) => payment.windowEndsAt > now;
  await failPurchases(
    tx,
    purchases.filter((purchase) => !isOpen(purchase)),
  );
  const payable = purchases.filter(isOpen);
  await reopenPayments(tx, paymentsOf(payable));
  await unfreezePurchases(tx, payable);
}
