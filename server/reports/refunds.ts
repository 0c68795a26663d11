import { and, eq, inArray, isNull } from "drizzle-orm";
import { z } from "zod";
import { payments, refunds } from "#db/schema/payments.ts";
import { UndoneRefund } from "../payments/contract.ts";
import { refundMachine } from "../payments/machine.ts";
import { role } from "../platform/operation/allow.ts";
import { defineList } from "../platform/operation/list.ts";

/** `undone`: those that the provider was asked for or has refused. */
const RefundFilter = z.enum(["undone", ...refundMachine.states]);

export const listRefunds = defineList({
  id: "reports.list-refunds",
  summary: "Refunds, the one whose state is the oldest first.",
  allow: role("ADMIN"),
  filters: { state: RefundFilter.default("undone") },
  item: UndoneRefund,
  titles: {
    id: ["환불 ID", "Refund id"],
    state: ["상태", "Status"],
    amount: ["금액(원)", "Amount (KRW)"],
    shippingFee: ["그중 배송비(원)", "Of it the shipping fee (KRW)"],
    cancelFee: ["취소 수수료(원)", "Cancel fee kept (KRW)"],
    reason: ["사유", "Reason"],
    code: ["결제 회사의 거절 코드", "Provider's refusal code"],
    askedAt: ["요청 시각", "Asked at"],
    updatedAt: ["상태가 바뀐 시각", "Changed at"],
    orderId: ["주문 ID", "Order id"],
    paymentId: ["결제 ID", "Payment id"],
    provider: ["결제 회사", "Provider"],
    closedAt: ["직접 마무리한 때", "Closed at"],
    ticketNumbers: ["돌려받은 티켓", "Tickets given back"],
  },
  sorts: { updatedAt: refunds.updatedAt },
  initialSort: "updatedAt",
  key: refunds.id,
  rows: (ctx, { state }, { keys, after, orderBy, limit }) =>
    ctx.db
      .select({
        id: refunds.id,
        state: refunds.state,
        amount: refunds.amountKrw,
        ...{ shippingFee: refunds.shippingFeeKrw, cancelFee: refunds.cancelFeeKrw },
        reason: refunds.reason,
        ticketNumbers: refunds.ticketNumbers,
        closedAt: refunds.closedAt,
        code: refunds.code,
        askedAt: refunds.createdAt,
        updatedAt: refunds.updatedAt,
        orderId: payments.orderId,
        paymentId: payments.id,
        provider: payments.provider,
        ...keys,
      })
      .from(refunds)
      .innerJoin(payments, eq(payments.id, refunds.paymentId))
      .where(
        and(
          state === "undone"
            ? and(inArray(refunds.state, ["asked", "refused"]), isNull(refunds.closedAt))
            : eq(refunds.state, state),
          after,
        ),
      )
      .orderBy(...orderBy)
      .limit(limit),
});
