"use client";
import { useTranslations } from "next-intl";
import type { PaymentMethod } from "#server/payments/contract.ts";
import { ActNotice } from "../../errors/act-notice.tsx";
import { useFormat } from "../../i18n/format.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { DescriptionList } from "../../ui/description-list.tsx";

interface CancelOrderProps {
  quantity: number;
  /** What comes back, as the server computes it. */
  refundKrw: number;
  feeKrw: number;
  method: PaymentMethod;
  cancelDeadlineAt: string;
  pending: boolean;
  act: { readonly checking: boolean; readonly error: unknown };
  onCancel: () => void;
}

/** The refund is on the table before the buyer says yes. */
export function CancelOrder(props: CancelOrderProps) {
  const t = useTranslations();
  const format = useFormat();
  return (
    <ConfirmButton
      look="danger"
      label={t("order.cancel")}
      title={t("order.cancelTitle")}
      description={t("order.cancelBody", { count: props.quantity })}
      confirmLabel={t("order.cancelConfirm")}
      keepLabel={t("order.keep")}
      pending={props.pending}
      onConfirm={props.onCancel}
    >
      <DescriptionList
        className="rounded-md bg-sunken p-4"
        items={[
          {
            term: t("order.fee"),
            detail: props.feeKrw === 0 ? t("order.noFee") : format.krw(props.feeKrw),
          },
          {
            term: t("order.refundTo"),
            detail: t("order.refundToMethod", { method: t(`checkout.methods.${props.method}`) }),
          },
          { term: t("order.refundAmount"), detail: format.krw(props.refundKrw), strong: true },
        ]}
      />
      <p className="numerals text-muted text-sm">
        {t("order.cancelUntil", { at: format.date(props.cancelDeadlineAt) })}
      </p>
      <ActNotice act={props.act} />
    </ConfirmButton>
  );
}
