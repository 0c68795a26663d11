import { useTranslations } from "next-intl";
import type { Refund } from "#server/payments/contract.ts";
import { Alert } from "../../ui/alert.tsx";

/** Says what happens next to unfinished refunds; empty when there are none. */
export function RefundNote({ refunds }: { refunds: readonly Refund[] }) {
  const t = useTranslations("order");
  const tState = useTranslations("state");
  const isAny = (wanted: Refund["state"]) =>
    refunds.some(({ state, closedAt }) => state === wanted && closedAt === null);
  if (refunds.some(({ closedAt }) => closedAt) && !isAny("refused") && !isAny("asked"))
    return <p className="text-muted">{t("refundClosed")}</p>;
  if (!isAny("refused")) return isAny("asked") ? <p className="text-muted">{t("refundAskedNext")}</p> : null;
  return (
    <Alert tone="danger" title={tState("refund.refused")}>
      {t("refundRefusedNext")}
    </Alert>
  );
}
