import { counter } from "../platform/metrics/registry.ts";
import { defineShared } from "../platform/metrics/shared.ts";
import type { Tx } from "../platform/operation/context.ts";
import { countUnknown } from "./counts.store.ts";
import type { PaymentState } from "./machine.ts";
import { countUndone } from "./refunds.store.ts";

const completed = counter({
  name: "payment_succeed_total",
  help: "Payments that this process completed.",
});
const failed = counter({
  name: "payment_fail_total",
  help: "Payments that this process failed, by reason; attempt_refused is a card after which another may follow.",
  labelNames: ["reason"],
});

/** Counts payments that moved, once the transaction is committed. */
export const countPayments = (tx: Tx, count: number, to: PaymentState, reason: string): void =>
  tx.afterCommit(async () => {
    if (to === "completed") completed.inc(count);
    if (to === "failed") failed.inc({ reason }, count);
  });

export const paymentMetrics = defineShared(
  "payments",
  {
    payments_unknown: {
      type: "gauge",
      help: "Payments of which it is unknown whether money moved, by how long it has been unknown.",
      labelNames: ["age"],
    },
    payments_unknown_oldest_seconds: {
      type: "gauge",
      help: "For how long the oldest payment of unknown outcome has been unknown; 0 where there is none.",
      labelNames: [],
    },
    refunds_open: {
      type: "gauge",
      help: "Refunds that are asked for, and those that the provider refused.",
      labelNames: ["state"],
    },
  },
  async (ctx) => {
    const [unknown, undone] = await Promise.all([countUnknown(ctx), countUndone(ctx)]);
    return [
      ...Object.entries(unknown.byAge).map(([age, value]) => ({
        ...{ name: "payments_unknown" as const, labels: { age }, value },
      })),
      { name: "payments_unknown_oldest_seconds", value: unknown.oldestSeconds },
      ...(["asked", "refused"] as const).map((state) => ({
        ...{ name: "refunds_open" as const, labels: { state }, value: undone.get(state) ?? 0 },
      })),
    ];
  },
);
