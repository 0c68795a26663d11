import { keepHolds } from "../../holds/steps/freeze-holds.ts";
import { type Asked, askProvider, type ClaimedPayment } from "../../payments/steps/claim-payments.ts";
import { lockPayments } from "../../payments/steps/lock-payments.ts";
import { forgetUnknown, reopenPayments } from "../../payments/steps/reopen-payments.ts";
import {
  alertGivenBack,
  markUnknown,
  saveProviderResults,
} from "../../payments/steps/save-provider-results.ts";
import { databaseNow } from "../../platform/database/clock.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import type { AppContext, Tx } from "../../platform/operation/context.ts";
import { heldForCharge, ordersOfPayments } from "../queries.ts";
import {
  confirmPurchases,
  failPurchases,
  type Purchase,
  paymentsOf,
  unfreezeHolds,
} from "../steps/end-purchases.ts";
import { restoreOrRefund } from "../steps/restore-purchases.ts";

const ASKED_AGAIN_SECONDS = 60;

/** How many payments their provider knew the outcome of, and how many not. */
export interface Settled {
  readonly settled: number;
  readonly unknown: number;
}

/**
 * Asks the providers of claimed payments what became of them, outside any transaction, and settles them by the answers.
 * A buyer who comes back, a provider's hint and the settling job all settle this way.
 */
export async function reconcileClaimed(
  ctx: AppContext,
  claimed: readonly ClaimedPayment[],
): Promise<Settled> {
  const held = await heldForCharge(
    ctx,
    claimed.map(({ id }) => id),
  );
  const asked = await Promise.all(claimed.map((payment) => askProvider(ctx, payment, held.has(payment.id))));
  return inTransaction(ctx, (tx) => settle(tx, asked));
}

interface Answered extends Asked {
  readonly purchase: Purchase;
}

async function settle(tx: Tx, asked: readonly Asked[]): Promise<Settled> {
  const own = await stillOwn(tx, asked);
  const open = own.filter(
    ({ purchase: { payment } }) => payment.state === "processing" || payment.state === "pending",
  );
  // Over for us, while nobody knew whether money moved.
  const over = own.filter(({ purchase: { payment } }) => payment.state === "failed");
  const having = (outcome: Asked["conclusion"]["outcome"], among: readonly Answered[] = open): Purchase[] =>
    among.filter(({ conclusion }) => conclusion.outcome === outcome).map(({ purchase }) => purchase);
  const unknown = having("unknown");
  await saveProviderResults(tx, [...open, ...over]);
  await alertGivenBack(tx, own.filter(isGivenBack));
  const paid = having("paid");
  const confirmed = await confirmPurchases(tx, paid);
  const late = paid.filter((purchase) => !confirmed.has(purchase));
  await restoreOrRefund(tx, [...late, ...having("paid", over)]);
  await forgetUnknown(tx, paymentsOf(having("unpaid", over)));
  await markUnknown(tx, idsOf(having("unknown", over)), ASKED_AGAIN_SECONDS);
  await endUnpaid(tx, having("unpaid"));
  await keepWaiting(tx, unknown);
  const stillUnknown = unknown.length + having("unknown", over).length;
  return { settled: open.length + over.length - stillUnknown, unknown: stillUnknown };
}

const idsOf = (purchases: readonly Purchase[]) => purchases.map(({ payment }) => payment.id);

const isGivenBack = ({ purchase, conclusion }: Answered): boolean =>
  purchase.payment.state === "completed" && conclusion.outcome === "unpaid";

/** The outcome is not known yet: the stock stays held, and the provider is asked again. */
async function keepWaiting(tx: Tx, purchases: readonly Purchase[]): Promise<void> {
  await markUnknown(tx, idsOf(purchases), ASKED_AGAIN_SECONDS);
  const holds = purchases.map(({ order }) => order.holdId);
  await keepHolds(tx, holds);
}

/** Those that nobody else took over meanwhile. */
async function stillOwn(tx: Tx, asked: readonly Asked[]): Promise<Answered[]> {
  const pgPaymentIds = asked.map(({ payment }) => payment.pgPaymentId);
  const current = await lockPayments(tx, pgPaymentIds);
  // The orders are read after the lock, so they include what its last holder committed.
  const orders = await ordersOfPayments(tx, pgPaymentIds);
  return asked.flatMap((answer) => {
    const { pgPaymentId, reconcileClaims } = answer.payment;
    const payment = current.get(pgPaymentId);
    const order = orders.get(pgPaymentId);
    if (!payment || !order || payment.reconcileClaims !== reconcileClaims) return [];
    const by = { actor: tx.actor, traceId: order.traceId };
    return [{ ...answer, purchase: { payment, order, by } }];
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
  await unfreezeHolds(tx, payable);
}
