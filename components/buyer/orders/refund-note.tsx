import { useTranslations } from "next-intl";
import type { Refund } from "#server/payments/contract.ts";
import { Alert } from "../../ui/alert.tsx";

/** Says what happens next to an unfinished refund; empty when there is none. */
export function RefundNote({ refund }: { refund: Refund | null }) {
  const t = useTranslations("order");
  const tState = useTranslations("state");
  if (refund?.state === "asked") return <p className="text-muted">{t("refundAskedNext")}</p>;
  if (refund?.state !== "refused") return null;
  return (
    <Alert tone="danger" title={tState("refund.refused")}>
      {t("refundRefusedNext")}
    </Alert>
  );
}
