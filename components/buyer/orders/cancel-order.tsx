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

/** Shows the refund before the buyer confirms the cancellation. */
export function CancelOrder(props: CancelOrderProps) {
  const t = useTranslations("order");
  const tCheckout = useTranslations("checkout");
  const format = useFormat();
  return (
    <ConfirmButton
      look="danger"
      label={t("cancel")}
      title={t("cancelTitle")}
      description={t("cancelBody", { count: props.quantity })}
      confirmLabel={t("cancelConfirm")}
      keepLabel={t("keep")}
      pending={props.pending}
      onConfirm={props.onCancel}
    >
      <DescriptionList
        className="rounded-md bg-sunken p-4"
        items={[
          {
            term: t("fee"),
            detail: props.feeKrw === 0 ? t("noFee") : format.krw(props.feeKrw),
          },
          {
            term: t("refundTo"),
            detail: t("refundToMethod", { method: tCheckout(`methods.${props.method}`) }),
          },
          { term: t("refundAmount"), detail: format.krw(props.refundKrw), strong: true },
        ]}
      />
      <p className="numerals text-muted text-sm">
        {t("cancelUntil", { at: format.date(props.cancelDeadlineAt) })}
      </p>
      <ActNotice act={props.act} />
    </ConfirmButton>
  );
}
