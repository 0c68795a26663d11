import { z } from "zod";
import { inTransaction } from "../../platform/database/transaction.ts";
import { systemContext, type Tx } from "../../platform/operation/context.ts";
import { idOf } from "../../platform/values/ids.ts";
import { amountKrw } from "../../platform/values/text.ts";
import { finishRefunds } from "../steps/finish-refunds.ts";
import { resumeRefund } from "../steps/resume-refund.ts";
import { gatewayOf } from "./by-name.ts";

const RefundRequested = z.object({
  refundId: idOf("refund"),
  orderId: idOf("order"),
  pgPaymentId: z.string(),
  provider: z.string(),
  amount: amountKrw,
  /** What the payment was of; those that were written before had all of it to give back. */
  paid: amountKrw.optional(),
});

interface FinishedRefund {
  readonly body: string;
  readonly to: "SENT" | "DEAD";
  readonly error?: string | undefined;
}

/**
 * The destination of refunds: each goes to the provider that took the money, with the transmission's id as its key, so
 * that the money is given back once however often it is tried. Only the provider's answer makes a refund done or refused.
 */
export const refunds = {
  async deliver({ id: key, body }: { readonly id: string; readonly body: string }) {
    const { refundId, provider, amount, paid = amount, ...payment } = RefundRequested.parse(JSON.parse(body));
    const ctx = systemContext("payments.refund");
    // A transmission may have been replayed by hand: its refund is then under way again.
    await inTransaction(ctx, (tx) => resumeRefund(tx, refundId));
    const asked = { ...payment, refundId, key, amountKrw: paid, refundKrw: amount };
    const { outcome, code = "no answer" } = await gatewayOf(provider).refund(ctx, asked);
    if (outcome === "refunded") return { outcome: "sent" as const };
    return outcome === "refused"
      ? { outcome: "permanent" as const, error: code }
      : { outcome: "network" as const, error: code };
  },
  onFinished: (tx: Tx, messages: readonly FinishedRefund[]) =>
    finishRefunds(
      tx,
      messages.map(({ body, to, error }) => ({
        refundId: RefundRequested.parse(JSON.parse(body)).refundId,
        refusedBecause: to === "SENT" ? null : (error ?? "no answer"),
      })),
    ),
};
