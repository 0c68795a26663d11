import { useTranslations } from "next-intl";

/** Why money is asked back, in words. */
export function RefundReason({ reason }: { reason: string }) {
  const t = useTranslations("refundReason");
  const known = reason as "other";
  return t.has(known) ? t(known) : t("other");
}
