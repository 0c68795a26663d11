import { z } from "zod";
import { fetchStatuses } from "../../payments/gateways/by-name.ts";
import { claimUnreconciled } from "../../payments/steps/claim-payments.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { system } from "../../platform/operation/allow.ts";
import { defineDirectCommand } from "../../platform/operation/command.ts";
import { NoInput } from "../../platform/values/text.ts";
import { reconcilePayments } from "../steps/reconcile-payments.ts";
import { heldForCharge } from "../store.ts";

/**
 * Reconciles payments that got no callback in their time with their providers, so that a lost callback never strands
 * stock. It may run any number of times at once and be killed anywhere; no provider is asked inside a transaction.
 */
export const reconcileDuePayments = defineDirectCommand({
  id: "checkout.settle-due-payments",
  summary: "Settles payments whose window has ended by asking their provider.",
  allow: system,
  input: NoInput,
  output: z.object({ settled: z.int(), unknown: z.int() }),
  async run(ctx) {
    const total = { settled: 0, unknown: 0 };
    for (;;) {
      const claimed = await inTransaction(ctx, claimUnreconciled);
      if (claimed.length === 0) return total;
      const fetched = await fetchStatuses(ctx, claimed, await heldForCharge(ctx, claimed));
      const { settled, unknown } = await inTransaction(ctx, (tx) => reconcilePayments(tx, fetched));
      total.settled += settled;
      total.unknown += unknown;
    }
  },
});
