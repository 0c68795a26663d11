"use client";
import { useTranslations } from "next-intl";
import type { Refund } from "#server/payments/contract.ts";
import { refundMachine } from "#server/payments/machine.ts";
import { useFormat } from "../../i18n/format.ts";
import { StateBadge } from "../../states/state-badge.tsx";
import { RefundReason } from "../payments/refund-reason.tsx";

/** The lines about refunds on order and receipt: of each its tickets, amount, state, time and reason. */
export function useRefundItems(refunds: readonly Refund[]) {
  const t = useTranslations("order");
  const format = useFormat();
  return refunds.flatMap(({ amount, cancelFee, state, updatedAt, reason, ticketNumbers }) => {
    const termOf = (term: string) =>
      ticketNumbers ? t("forTickets", { term, numbers: ticketNumbers.join(", ") }) : term;
    return [
      {
        term: termOf(t(state === "done" ? "refundAmount" : "refundAsked")),
        detail: amount === 0 ? t("freeRefund") : format.krw(amount),
        strong: amount > 0,
      },
      ...(cancelFee > 0 ? [{ term: termOf(t("fee")), detail: format.krw(cancelFee) }] : []),
      { term: termOf(t("refund")), detail: <StateBadge machine={refundMachine} state={state} /> },
      { term: termOf(t("refundAt")), detail: format.date(updatedAt) },
      { term: termOf(t("refundReason")), detail: <RefundReason reason={reason} /> },
    ];
  });
}
