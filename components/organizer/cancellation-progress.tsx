"use client";
import { useTranslations } from "next-intl";
import type { Cancellation } from "#server/cancellations/contract.ts";
import { useFormat } from "../i18n/format.ts";
import { Alert } from "../ui/alert.tsx";
import { DescriptionList } from "../ui/description-list.tsx";
import { Progress } from "../ui/progress.tsx";

/** How far the refunds of a cancelled event session are. */
export function CancellationProgress({ cancellation }: { cancellation: Cancellation }) {
  const t = useTranslations("organizer.cancellation");
  const format = useFormat();
  const { reason, doneAt, ordersLeft, ordersCancelled, refunds, refundedKrw, toRefundKrw } = cancellation;
  const isOpen = doneAt === null;
  const stage = isOpen ? (ordersLeft > 0 ? "underWay" : "waiting") : "done";
  return (
    <Alert tone={isOpen ? "warning" : "neutral"} title={t("title")}>
      <div className="grid gap-4">
        <p role="status">{t(stage, { left: ordersLeft })}</p>
        {toRefundKrw > 0 && <Progress label={t("progress")} percent={(100 * refundedKrw) / toRefundKrw} />}
        <DescriptionList
          items={[
            { term: t("reason"), detail: <span className="whitespace-pre-line">{reason}</span> },
            {
              term: t("orders"),
              detail: t("ordersOf", { done: ordersCancelled, total: ordersCancelled + ordersLeft }),
            },
            { term: t("refunds"), detail: t("refundsOf", refunds) },
            {
              term: t("money"),
              detail: t("moneyOf", { done: format.krw(refundedKrw), total: format.krw(toRefundKrw) }),
            },
          ]}
        />
      </div>
    </Alert>
  );
}
