import { signedIn } from "../platform/allow.ts";
import { defineQuery } from "../platform/command.ts";
import type { UserActor } from "../platform/context.ts";
import { platformErrors } from "../platform/errors.ts";
import { Payment, PaymentInput } from "./contract.ts";
import { findPayment } from "./store.ts";

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
