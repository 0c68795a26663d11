import { z } from "zod";
import { systemContext } from "../../platform/context.ts";
import { gatewayOf } from "./by-name.ts";

const RefundRequested = z.object({ pgPaymentId: z.string(), provider: z.string() });

/**
 * Where refunds go as transmissions (SPEC 7): each to the provider that took the money, under the transmission's id, so
 * that it is given once however often it is tried.
 */
export const refunds = {
  async deliver({ id: key, body }: { readonly id: string; readonly body: string }) {
    const { pgPaymentId, provider } = RefundRequested.parse(JSON.parse(body));
    const ctx = systemContext("payments.refund");
    const { outcome, code = "no answer" } = await gatewayOf(provider).refund(ctx, { pgPaymentId, key });
    if (outcome === "refunded") return { outcome: "sent" as const };
    return outcome === "refused"
      ? { outcome: "permanent" as const, error: `the provider refuses the refund: ${code}` }
      : { outcome: "network" as const, error: `it is not known whether the money went back: ${code}` };
  },
};
