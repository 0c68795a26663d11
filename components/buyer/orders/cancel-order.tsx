"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { CancelOrder as Asked, CancelQuote } from "#server/checkout/contract.ts";
import type { PaymentMethod } from "#server/payments/contract.ts";
import type { CancelFeeUntil } from "#server/terms/contract.ts";
import { ActNotice } from "../../errors/act-notice.tsx";
import { useFormat } from "../../i18n/format.ts";
import { Checkbox } from "../../ui/checkbox.tsx";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { DescriptionList } from "../../ui/description-list.tsx";
import { CancelFees } from "../catalog/cancel-fees.tsx";
import { cancellationOf } from "./cancellation.ts";

type TicketId = CancelQuote["tickets"][number]["id"];

interface CancelOrderProps {
  quote: CancelQuote;
  feesUntil: readonly CancelFeeUntil[];
  method: PaymentMethod;
  pending: boolean;
  act: { readonly checking: boolean; readonly error: unknown };
  /** @param close - closes the dialog where the order goes on with other tickets */
  onCancel: (asked: Pick<Asked, "ticketIds" | "refund">, close: () => void) => void;
}

/** Asks which tickets are given back, and shows what comes back, as the server computed it, before the buyer confirms. */
export function CancelOrder({ quote, feesUntil, method, pending, act, onCancel }: CancelOrderProps) {
  const t = useTranslations("order");
  const tCheckout = useTranslations("checkout");
  const format = useFormat();
  const [kept, setKept] = useState<ReadonlySet<TicketId>>(new Set());
  const { chosen, isWhole, paid, fee, refund, shippingFee } = cancellationOf(quote, kept);
  return (
    <ConfirmButton
      look="danger"
      label={t("cancel")}
      title={t("cancelTitle")}
      description={t("cancelBody", { count: chosen.length })}
      confirmLabel={t("cancelConfirm")}
      keepLabel={t("keep")}
      pending={pending}
      ready={chosen.length > 0}
      onConfirm={(close) => onCancel({ refund, ...(!isWhole && { ticketIds: chosen }) }, close)}
    >
      {quote.tickets.length > 1 && <Choice tickets={quote.tickets} kept={kept} onChange={setKept} />}
      <DescriptionList
        className="rounded-md bg-sunken p-4"
        items={[
          { term: t("cancelledPrice"), detail: format.krw(paid) },
          { term: t("fee"), detail: fee === 0 ? t("noFee") : `−${format.krw(fee)}` },
          ...(shippingFee > 0
            ? [{ term: tCheckout("shippingFee"), detail: `+${format.krw(shippingFee)}` }]
            : []),
          {
            term: t("refundTo"),
            detail: t("refundToMethod", { method: tCheckout(`methods.${method}`) }),
          },
          { term: t("refundAmount"), detail: format.krw(refund), strong: true },
        ]}
      />
      {fee > 0 && (
        <p className="numerals font-semibold">
          {t("getBack", {
            refund: format.krw(refund),
            paid: format.krw(paid + shippingFee),
            fee: format.krw(fee),
          })}
        </p>
      )}
      {quote.isChanged && <p className="text-muted text-sm">{t("noFeeSinceChanged")}</p>}
      <CancelFees feesUntil={feesUntil} />
      <ActNotice act={act} />
    </ConfirmButton>
  );
}

interface ChoiceProps {
  tickets: CancelQuote["tickets"];
  kept: ReadonlySet<TicketId>;
  onChange: (kept: ReadonlySet<TicketId>) => void;
}

/** The tickets that can be given back, all of them chosen at first. */
function Choice({ tickets, kept, onChange }: ChoiceProps) {
  const t = useTranslations("order");
  const format = useFormat();
  return (
    <fieldset className="grid">
      <legend className="mb-1 font-semibold">{t("which")}</legend>
      {tickets.map(({ id, number, seat, price }) => (
        <Checkbox
          key={id}
          checked={!kept.has(id)}
          onChange={(isChosen) =>
            onChange(new Set(isChosen ? [...kept].filter((other) => other !== id) : [...kept, id]))
          }
        >
          <span className="numerals">
            {t("ticketNumber", { number })}
            {seat && ` · ${seat}`} · {format.krw(price)}
          </span>
        </Checkbox>
      ))}
    </fieldset>
  );
}
