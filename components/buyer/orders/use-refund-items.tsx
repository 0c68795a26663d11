"use client";
import { useTranslations } from "next-intl";
import type { Refund } from "#server/payments/contract.ts";
import { refundMachine } from "#server/payments/machine.ts";
import { useFormat } from "../../i18n/format.ts";
import { StateBadge } from "../../states/state-badge.tsx";
import { RefundReason } from "../payments/refund-reason.tsx";

/** The lines about a refund on order and receipt: amount, state, time and reason; empty when there is none. */
export function useRefundItems(refund: Refund | null) {
  const t = useTranslations("order");
  const format = useFormat();
  if (!refund) return [];
  const { amount, state, updatedAt, reason } = refund;
  return [
    { term: t(state === "done" ? "refundAmount" : "refundAsked"), detail: format.krw(amount), strong: true },
    { term: t("refund"), detail: <StateBadge machine={refundMachine} state={state} /> },
    { term: t("refundAt"), detail: format.date(updatedAt) },
    { term: t("refundReason"), detail: <RefundReason reason={reason} /> },
  ];
}
