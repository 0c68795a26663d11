import { keepHolds, thawHold } from "../../holds/commands/freeze-holds.ts";
import { type Asked, askProvider, type ClaimedPayment } from "../../payments/commands/claim-payments.ts";
import {
  alertGivenBack,
  keepConclusions,
  markUnknown,
  reopenPayments,
} from "../../payments/commands/keep-conclusions.ts";
import { lockPayments } from "../../payments/commands/lock-payments.ts";
import { databaseNow } from "../../platform/clock.ts";
import type { AppContext, Tx } from "../../platform/context.ts";
import { inTransaction } from "../../platform/transaction.ts";
import { heldForCharge, ordersOfPayments } from "../queries.ts";
import { confirmOrRefund, failPurchases, type Purchase } from "./settle-payments.ts";

const ASKED_AGAIN_SECONDS = 60;

/** How many payments their provider knew the outcome of, and how many not. */
export interface Settled {
  readonly settled: number;
  readonly unknown: number;
}

/**
 * Asks the providers of claimed payments what became of them, outside any transaction, and settles them by the answers
 * (SPEC 5). The one way to a settlement for whoever asks: the buyer who comes back, a hint, the job.
 */
export async function settleClaimed(ctx: AppContext, claimed: readonly ClaimedPayment[]): Promise<Settled> {
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
  const open = own.filter(({ purchase }) => purchase.payment.state === "processing");
  const having = (wanted: Asked["conclusion"]["outcome"], answered = open) =>
    answered.filter(({ conclusion }) => conclusion.outcome === wanted);
  await alertGivenBack(
    tx,
    having(
      "unpaid",
      own.filter(({ purchase }) => purchase.payment.state === "completed"),
    ),
  );
  await keepConclusions(tx, open);
  const unknown = having("unknown").map(({ purchase }) => purchase);
  await confirmOrRefund(
    tx,
    having("paid").map(({ purchase }) => purchase),
  );
  await endUnpaid(
    tx,
    having("unpaid").map(({ purchase }) => purchase),
  );
  await markUnknown(
    tx,
    unknown.map(({ payment }) => payment.id),
    ASKED_AGAIN_SECONDS,
  );
  await keepHolds(
    tx,
    unknown.map(({ order }) => order.holdId),
  );
  return { settled: open.length - unknown.length, unknown: unknown.length };
}

/** Those that nobody else took over meanwhile. */
async function stillOwn(tx: Tx, asked: readonly Asked[]): Promise<Answered[]> {
  const pgPaymentIds = asked.map(({ payment }) => payment.pgPaymentId);
  const [current, orders] = await Promise.all([
    lockPayments(tx, pgPaymentIds),
    ordersOfPayments(tx, pgPaymentIds),
  ]);
  return asked.flatMap((answer) => {
    const { pgPaymentId, settleClaims } = answer.payment;
    const payment = current.get(pgPaymentId);
    const order = orders.get(pgPaymentId);
    if (!payment || !order || payment.settleClaims !== settleClaims) return [];
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
  await reopenPayments(
    tx,
    payable.map(({ payment }) => payment.id),
  );
  for (const { order, payment } of payable) await thawHold(tx, order.holdId, payment.windowEndsAt);
}
