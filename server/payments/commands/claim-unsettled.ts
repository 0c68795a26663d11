import type { AppContext, Tx } from "../../platform/context.ts";
import type { PaymentId } from "../contract.ts";
import type { Conclusion } from "../gateway.ts";
import { gatewayOf } from "../gateways/by-name.ts";
import { claimUnsettled as claim, markUnknown as mark, type PaymentRow } from "../store.ts";

/** A payment, and what its provider says became of it. */
export interface Asked {
  readonly payment: PaymentRow;
  readonly conclusion: Conclusion;
}

/** Payments to ask their provider about, under a lease; whoever settles them must still hold the last claim. */
export const claimUnsettled = (tx: Tx): Promise<PaymentRow[]> => claim(tx);

/** Asks a payment's provider, outside any transaction; one that does not answer does not know. */
export async function askProvider(ctx: AppContext, payment: PaymentRow): Promise<Asked> {
  try {
    return { payment, conclusion: await gatewayOf(payment.provider).conclude(ctx, payment) };
  } catch (error) {
    ctx.log.warn({ action: "payments.settle", target: payment.id, err: error });
    return { payment, conclusion: "unknown" };
  }
}

/** Nobody knows yet what became of these: their stock stays held, and the provider is asked again (SPEC 5). */
export const markUnknown = (tx: Tx, ids: readonly PaymentId[], againInSeconds: number): Promise<void> =>
  mark(tx, ids, againInSeconds);
