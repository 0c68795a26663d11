import { z } from "zod";
import { inTransaction } from "../../platform/database/transaction.ts";
import { systemContext, type Tx } from "../../platform/operation/context.ts";
import { idOf } from "../../platform/values/ids.ts";
import { amountKrw } from "../../platform/values/text.ts";
import { finishRefunds, resumeRefund } from "../steps/finish-refunds.ts";
import { gatewayOf } from "./by-name.ts";

const RefundRequested = z.object({
  refundId: idOf("refund"),
  orderId: idOf("order"),
  pgPaymentId: z.string(),
  provider: z.string(),
  amount: amountKrw,
});

interface Settled {
  readonly body: string;
  readonly to: "SENT" | "DEAD";
  readonly error?: string | undefined;
}

/**
 * Where refunds go as transmissions: each to the provider that took the money, under the transmission's id, so that it
 * is given once however often it is tried. Only an answer makes it done or refused.
 */
export const refunds = {
  async deliver({ id: key, body }: { readonly id: string; readonly body: string }) {
    const { refundId, provider, amount, ...payment } = RefundRequested.parse(JSON.parse(body));
    const ctx = systemContext("payments.refund");
    // A transmission may have been replayed by hand: what goes out again is under way again.
    await inTransaction(ctx, (tx) => resumeRefund(tx, refundId));
    const asked = { ...payment, key, amountKrw: amount };
    const { outcome, code = "no answer" } = await gatewayOf(provider).refund(ctx, asked);
    if (outcome === "refunded") return { outcome: "sent" as const };
    return outcome === "refused"
      ? { outcome: "permanent" as const, error: code }
      : { outcome: "network" as const, error: code };
  },
  settled: (tx: Tx, messages: readonly Settled[]) =>
    finishRefunds(
      tx,
      messages.map(({ body, to, error }) => ({
        refundId: RefundRequested.parse(JSON.parse(body)).refundId,
        refusedBecause: to === "SENT" ? null : (error ?? "no answer"),
      })),
    ),
};
