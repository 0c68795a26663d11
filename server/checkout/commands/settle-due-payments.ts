import { z } from "zod";
import { claimUnsettled } from "../../payments/commands/claim-payments.ts";
import { system } from "../../platform/allow.ts";
import { defineDirectCommand } from "../../platform/command.ts";
import { NoInput } from "../../platform/text.ts";
import { inTransaction } from "../../platform/transaction.ts";
import { settleClaimed } from "./settle-claimed.ts";

/**
 * Asks the providers what became of payments that nobody settled in their time, and settles them by the answer, so that
 * a callback that never comes never strands stock. It may run any number of times at once and be killed anywhere; no
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
      const { settled, unknown } = await settleClaimed(ctx, claimed);
      total.settled += settled;
      total.unknown += unknown;
    }
  },
});
