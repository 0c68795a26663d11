import { z } from "zod";
import {
  type Asked,
  askProvider,
  claimUnsettled,
  markUnknown,
} from "../../payments/commands/claim-unsettled.ts";
import { lockPayments } from "../../payments/commands/lock-payments.ts";
import { system } from "../../platform/allow.ts";
import { defineDirectCommand } from "../../platform/command.ts";
import type { Tx } from "../../platform/context.ts";
import { NoInput } from "../../platform/text.ts";
import { inTransaction } from "../../platform/transaction.ts";
import { ordersOfPayments } from "../queries.ts";
import { confirmOrRefund, failPurchases, type Purchase } from "./settle-payments.ts";

const ASKED_AGAIN_SECONDS = 60;

/**
 * Asks the providers what became of payments that nobody settled in their time, and settles them by the answer (SPEC 5):
 * so a callback that never comes never strands stock. It may run any number of times at once and be killed anywhere; no
 * provider is asked inside a transaction.
 */
export const settleDuePayments = defineDirectCommand({
  id: "checkout.settle-due-payments",
  summary: "Settles payments whose window has ended by asking their provider.",
  allow: system,
  input: NoInput,
  output: z.object({ settled: z.int(), unknown: z.int() }),
  async run(ctx) {
    const total = { settled: 0, unknown: 0 };
    for (;;) {
      const claimed = await inTransaction(ctx, claimUnsettled);
      if (claimed.length === 0) return total;
      const asked = await Promise.all(claimed.map((payment) => askProvider(ctx, payment)));
      const { settled, unknown } = await inTransaction(ctx, (tx) => settle(tx, asked));
      total.settled += settled;
      total.unknown += unknown;
    }
  },
});

async function settle(tx: Tx, asked: readonly Asked[]) {
  const pgPaymentIds = asked.map(({ payment }) => payment.pgPaymentId);
  const [current, orders] = await Promise.all([
    lockPayments(tx, pgPaymentIds),
    ordersOfPayments(tx, pgPaymentIds),
  ]);
  /** Those that nobody else took over or settled meanwhile. */
  const own = asked.flatMap(({ payment: { pgPaymentId, settleClaims }, conclusion }) => {
    const payment = current.get(pgPaymentId);
    const order = orders.get(pgPaymentId);
    if (!payment || !order || payment.settleClaims !== settleClaims || payment.state !== "processing")
      return [];
    return [{ conclusion, purchase: { payment, order, by: { actor: tx.actor, traceId: order.traceId } } }];
  });
  const having = (wanted: Asked["conclusion"]): Purchase[] =>
    own.filter(({ conclusion }) => conclusion === wanted).map(({ purchase }) => purchase);
  const unknown = having("unknown");
  await confirmOrRefund(tx, having("paid"));
  await failPurchases(tx, having("unpaid"));
  await markUnknown(
    tx,
    unknown.map(({ payment }) => payment.id),
    ASKED_AGAIN_SECONDS,
  );
  return { settled: own.length - unknown.length, unknown: unknown.length };
}
