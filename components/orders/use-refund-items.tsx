"use client";
import { useTranslations } from "next-intl";
import type { Refund } from "#server/payments/contract.ts";
import { refundMachine } from "#server/payments/machine.ts";
import { useFormat } from "../i18n/format.ts";
import { StateBadge } from "../state-badge.tsx";

/** What order and receipt say of a refund: how much, how it stands and since when; nothing where there is none. */
export function useRefundItems(refund: Refund | null) {
  const t = useTranslations("order");
  const format = useFormat();
  if (!refund) return [];
  return [
    { term: t("refundAmount"), detail: format.krw(refund.amount), strong: true },
    { term: t("refund"), detail: <StateBadge machine={refundMachine} state={refund.state} /> },
    { term: t("refundAt"), detail: format.date(refund.updatedAt) },
  ];
}
