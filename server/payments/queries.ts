import { z } from "zod";
import { role, signedIn } from "../platform/operation/allow.ts";
import { defineQuery } from "../platform/operation/command.ts";
import type { AppContext } from "../platform/operation/context.ts";
import { platformErrors } from "../platform/operation/errors.ts";
import type { Id } from "../platform/values/ids.ts";
import { NoInput } from "../platform/values/text.ts";
import { findLastRefusal } from "./attempts.store.ts";
import { Payment, type PaymentId, PaymentInput, UndoneRefund } from "./contract.ts";
import { findRefundsOf, findUndone, type RefundRow } from "./refunds.store.ts";
import { findPayment, findPaymentOfOrder, type PaymentRow } from "./store.ts";

export const getPayment = defineQuery({
  id: "payments.get-payment",
  summary: "A payment of one of the caller's orders; any for an admin.",
  allow: signedIn,
  input: PaymentInput,
  output: Payment,
  async run(ctx, { paymentId }) {
    const { userId, role } = ctx.actor;
    const payment = await findPayment(ctx, paymentId, role === "ADMIN" ? undefined : userId);
    if (!payment) throw platformErrors.not_found({ what: "payment" });
    const { id, orderId, state: status, amountKrw: amount, method, pgPaymentId, updatedAt } = payment;
    const [refund, refusedBecause] = await Promise.all([refundOf(ctx, id), refusalOf(ctx, payment)]);
    return { id, orderId, status, amount, method, pgPaymentId, refusedBecause, refund, updatedAt };
  },
});

export const undoneRefunds = defineQuery({
  id: "payments.undone-refunds",
  summary: "Refunds that are under way or were refused, the oldest first.",
  allow: role("ADMIN"),
  input: NoInput,
  output: z.array(UndoneRefund),
  async run(ctx) {
    const rows = await findUndone(ctx);
    return rows.map(({ refund, payment: { id: paymentId, orderId, provider } }) => ({
      ...viewRefund(refund),
      ...{ orderId, paymentId, provider, code: refund.code },
    }));
  },
});

/** The latest refund of a payment, or null. */
const refundOf = async (ctx: AppContext, id: PaymentId) =>
  (await refundsOf(ctx, [id])).get(id)?.at(-1) ?? null;

/** The refunds of payments, by payment, the first one first. */
export async function refundsOf(ctx: AppContext, ids: readonly PaymentId[]) {
  const byPayment = new Map<PaymentId, ReturnType<typeof viewRefund>[]>();
  for (const row of await findRefundsOf(ctx, ids))
    byPayment.set(row.paymentId, [...(byPayment.get(row.paymentId) ?? []), viewRefund(row)]);
  return byPayment;
}

export const viewRefund = ({
  id,
  state,
  amountKrw: amount,
  shippingFeeKrw: shippingFee,
  cancelFeeKrw: cancelFee,
  reason,
  ticketNumbers,
  closedAt,
  createdAt: askedAt,
  updatedAt,
}: RefundRow) => ({
  ...{ id, state, amount, shippingFee, cancelFee, reason, ticketNumbers, closedAt, askedAt, updatedAt },
});

/** The provider's code for why it refused the last card, while the payment waits for another; null otherwise. */
export const refusalOf = async (ctx: AppContext, { id, state }: Pick<PaymentRow, "id" | "state">) =>
  state === "pending" ? findLastRefusal(ctx, id) : null;

/** The state of an order's payment. Throws `not_found` (404). */
export async function confirmationOf(ctx: AppContext, orderId: Id<"order">) {
  const payment = await findPaymentOfOrder(ctx, orderId);
  if (!payment) throw platformErrors.not_found({ what: "payment" });
  const { id, state: status, unknownSince } = payment;
  return { status, confirming: unknownSince !== null, refusedBecause: await findLastRefusal(ctx, id) };
}
