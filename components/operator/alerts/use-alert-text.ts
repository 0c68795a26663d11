"use client";
import { useTranslations } from "next-intl";
import type { Alert } from "#server/alerts/contract.ts";
import { DESTINATIONS } from "#server/transmissions/values.ts";
import { useFormat } from "../../i18n/format.ts";

/** Describes an alert in words, with its names and numbers. */
export function useAlertText(): (alert: Alert) => { readonly title: string; readonly body: string } {
  const t = useTranslations("alert.kinds");
  const tDestination = useTranslations("destination");
  const format = useFormat();
  return ({ kind, subject, detail }) => {
    const destination = DESTINATIONS.find((name) => name === subject);
    const values = {
      ...valuesOf({ subject, detail }, format.krw),
      destination: destination ? tDestination(destination) : subject,
    };
    return { title: t(`${kind}.title`, values), body: t(`${kind}.body`, values) };
  };
}

/** What the texts of alerts may name, but for the destination, which has a name of its own in each language. */
export function valuesOf(
  { subject, detail }: Pick<Alert, "subject" | "detail">,
  krw: (amount: number) => string,
) {
  const money = (amount: unknown) => (typeof amount === "number" ? krw(amount) : "?");
  return {
    subject,
    reason: String(detail.reason ?? "?"),
    cause: String(detail.cause ?? "?"),
    failures: Number(detail.failures ?? 0),
    order: String(detail.orderId ?? "?"),
    code: String(detail.code ?? "?"),
    told: String(detail.told ?? "?"),
    recorded: money(detail.amountKrw),
    recent: Number(detail.recent ?? 0),
    usual: Math.round(Number(detail.usual ?? 0)),
    amount: money(detail.amount),
    expected: money(detail.expected),
  };
}
