import { and, eq, isNotNull } from "drizzle-orm";
import { z } from "zod";
import { users } from "#db/schema/auth.ts";
import { orders } from "#db/schema/orders.ts";
import { payments } from "#db/schema/payments.ts";
import { paymentId } from "../payments/contract.ts";
import { paymentMachine } from "../payments/machine.ts";
import { role } from "../platform/operation/allow.ts";
import { defineList } from "../platform/operation/list.ts";
import { idOf } from "../platform/values/ids.ts";
import { instantOut } from "../platform/values/text.ts";

export const listUnknownPayments = defineList({
  id: "reports.list-unknown-payments",
  summary: "Payments of which it is not known whether money moved, the longest unknown first.",
  allow: role("ADMIN"),
  filters: {},
  item: z.object({
    id: paymentId,
    orderId: idOf("order"),
    email: z.string(),
    status: z.enum(paymentMachine.states),
    /** KRW. */
    amount: z.int(),
    provider: z.string(),
    pgPaymentId: z.string(),
    unknownSince: instantOut,
    decidedAs: z.enum(["paid", "unpaid"]).nullable().meta({ description: "What an operator decided of it." }),
    /** How often the provider was asked. */
    asked: z.int(),
  }),
  titles: {
    id: ["결제 ID", "Payment id"],
    orderId: ["주문 ID", "Order id"],
    email: ["예매자 이메일", "Buyer's e-mail"],
    status: ["상태", "Status"],
    amount: ["금액(원)", "Amount (KRW)"],
    provider: ["결제 회사", "Provider"],
    pgPaymentId: ["결제 회사의 ID", "Provider's id"],
    unknownSince: ["결과를 모르기 시작한 시각", "Unknown since"],
    decidedAs: ["운영자 판단", "Decided as"],
    asked: ["물어본 횟수", "Times asked"],
  },
  sorts: { unknownSince: payments.unknownSince },
  initialSort: "unknownSince",
  key: payments.id,
  rows: async (ctx, _, { keys, after, orderBy, limit }) => {
    const rows = await ctx.db
      .select({
        id: payments.id,
        orderId: payments.orderId,
        email: users.email,
        status: payments.state,
        amount: payments.amountKrw,
        provider: payments.provider,
        pgPaymentId: payments.pgPaymentId,
        unknownSince: payments.unknownSince,
        decidedAs: payments.decidedAs,
        asked: payments.reconcileClaims,
        ...keys,
      })
      .from(payments)
      .innerJoin(orders, eq(orders.id, payments.orderId))
      .innerJoin(users, eq(users.id, orders.userId))
      .where(and(isNotNull(payments.unknownSince), after))
      .orderBy(...orderBy)
      .limit(limit);
    return rows.flatMap(({ unknownSince, ...row }) => (unknownSince ? [{ ...row, unknownSince }] : []));
  },
});
