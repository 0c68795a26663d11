import { signedIn } from "../platform/allow.ts";
import { defineQuery } from "../platform/command.ts";
import type { AppContext, UserActor } from "../platform/context.ts";
import { platformErrors } from "../platform/errors.ts";
import type { Id } from "../platform/ids.ts";
import { findLastRefusal } from "./attempts.ts";
import { Payment, PaymentInput } from "./contract.ts";
import { findPayment, findPaymentOfOrder } from "./store.ts";

export const getPayment = defineQuery({
  id: "payments.get-payment",
  summary: "A payment of one of the caller's orders; any for an admin.",
  allow: signedIn,
  input: PaymentInput,
  output: Payment,
  async run(ctx, { paymentId }) {
    const { userId, role } = ctx.actor as UserActor;
    const payment = await findPayment(ctx, paymentId, role === "ADMIN" ? undefined : userId);
    if (!payment) throw platformErrors.not_found({ what: "payment" });
    const { id, orderId, state: status, amountKrw: amount, method, pgPaymentId, updatedAt } = payment;
    return { id, orderId, status, amount, method, pgPaymentId, updatedAt };
  },
});

/** How the payment of an order stands. Throws `not_found` (404). */
export async function confirmationOf(ctx: AppContext, orderId: Id<"order">) {
  const payment = await findPaymentOfOrder(ctx, orderId);
  if (!payment) throw platformErrors.not_found({ what: "payment" });
  const { id, state: status, unknownSince } = payment;
  return { status, confirming: unknownSince !== null, refusedBecause: await findLastRefusal(ctx, id) };
}
