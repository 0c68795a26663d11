"use client";
import { useTranslations } from "next-intl";
import type { Alert } from "#server/alerts/contract.ts";
import { DestinationName } from "#server/transmissions/contract.ts";
import { useFormat } from "../../i18n/format.ts";

/** Describes an alert in words, with its names and numbers. */
export function useAlertText(): (alert: Alert) => { readonly title: string; readonly body: string } {
  const t = useTranslations("alert.kinds");
  const tDestination = useTranslations("destination");
  const format = useFormat();
  return ({ kind, subject, detail }) => {
    const destination = DestinationName.safeParse(subject).data;
    const money = (amount: unknown) => (typeof amount === "number" ? format.krw(amount) : "?");
    const values = {
      subject,
      destination: destination ? tDestination(destination) : subject,
      reason: String(detail.reason ?? "?"),
      order: String(detail.orderId ?? "?"),
      code: String(detail.code ?? "?"),
      told: String(detail.told ?? "?"),
      recorded: money(detail.amountKrw),
      recent: Number(detail.recent ?? 0),
      usual: Math.round(Number(detail.usual ?? 0)),
      amount: money(detail.amount),
      expected: money(detail.expected),
    };
    return { title: t(`${kind}.title`, values), body: t(`${kind}.body`, values) };
  };
}
