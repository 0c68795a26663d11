"use client";
import { useTranslations } from "next-intl";
import { ALERT_KINDS } from "#server/alerts/values.ts";
import type { Notification } from "#server/notifications/contract.ts";
import { shortCodeOf } from "#server/platform/values/id-forms.ts";
import { useFormat } from "../i18n/format.ts";

/** What a notification says, in the reader's language: a sentence, and the facts behind it. */
export function useNotificationText() {
  const t = useTranslations("notification");
  const format = useFormat();
  const changeOf = (from: unknown, to: unknown) =>
    from === to || to === undefined ? [] : [t("change", { from: String(from), to: String(to) })];
  const moment = (at: unknown) => (typeof at === "string" ? format.date(at) : undefined);
  const cancelUntil = (at: unknown) =>
    typeof at === "string" ? [t("cancelUntil", { at: format.date(at) })] : [];
  return ({ kind, params, title }: Pick<Notification, "kind" | "params" | "title">) => {
    const { orderId, remaining, total, subject, trackingNumber } = params;
    const alert = ALERT_KINDS.find((known) => known === params.alert);
    return {
      text: t(`texts.${kind}`),
      facts: [
        ...(title === null ? [] : [title]),
        ...(typeof orderId === "string"
          ? [t("order", { number: shortCodeOf(orderId as `order_${string}`) })]
          : []),
        ...(typeof trackingNumber === "string" ? [trackingNumber] : []),
        ...(typeof remaining === "number" && typeof total === "number"
          ? [t("left", { remaining, total })]
          : []),
        ...(alert ? [t(`alerts.${alert}`), String(subject)] : []),
        ...changeOf(params.oldTitle, params.newTitle),
        ...changeOf(params.oldVenue, params.newVenue),
        ...(kind === "opening.soon" ? [t("opensAt", { at: moment(params.salesOpenAt) ?? "" })] : []),
        ...(kind === "opening.cancelled" ? [String(params.reason)] : []),
        ...(kind === "event.soon" ? [moment(params.startsAt) ?? ""] : []),
        ...changeOf(moment(params.oldStartsAt), moment(params.newStartsAt)),
        ...(kind === "waitlist.OFFERED"
          ? [t("offerUntil", { quantity: Number(params.quantity), at: moment(params.offerEndsAt) ?? "" })]
          : []),
        ...cancelUntil(params.cancelDeadlineAt ?? params.cancelUntilAt),
        ...(kind === "event.cancelled" ? [t("refunded"), String(params.reason)] : []),
      ],
    };
  };
}
