import { useTranslations } from "next-intl";
import type { HeldSeat } from "#server/seats/contract.ts";
import type { CancelFeeUntil } from "#server/terms/contract.ts";
import { useFormat } from "../../i18n/format.ts";
import { OriginalText } from "../../i18n/original-text.tsx";
import { LinkButton } from "../../ui/button.tsx";
import { DescriptionList } from "../../ui/description-list.tsx";
import { CancelFees } from "../catalog/cancel-fees.tsx";
import { usePriceItems } from "./use-price-items.ts";

export interface CheckoutSummaryProps {
  title: string;
  venue: string;
  startsAt: string;
  /** Empty for general admission. */
  seats: readonly HeldSeat[];
  quantity: number;
  priceKrw: number;
  /** Of the parcel with paper tickets; 0 without. */
  feeKrw: number;
  /** Computed by the server; the page never computes an amount that will be charged. */
  amountKrw: number;
  /** What giving a ticket back costs until when. */
  feesUntil: readonly CancelFeeUntil[];
  /** Where the seats can be changed, while they can. */
  changeSeatsHref?: string | undefined;
}

/** The order's contents, drawn like a ticket. */
export function CheckoutSummary(props: CheckoutSummaryProps) {
  const t = useTranslations("checkout");
  const format = useFormat();
  const priceItems = usePriceItems(props);
  return (
    <section
      aria-label={t("summary")}
      className="overflow-hidden rounded-lg border border-line bg-surface shadow-sheet"
    >
      <div className="grid gap-4 p-5 sm:p-6">
        <h2 className="font-bold text-xl">
          <OriginalText text={props.title} />
        </h2>
        <DescriptionList
          items={[
            { term: t("startsAt"), detail: format.date(props.startsAt) },
            { term: t("venue"), detail: <OriginalText text={props.venue} /> },
            ...priceItems,
            { term: t("quantity"), detail: t("count", { count: props.quantity }) },
            ...(props.feeKrw > 0 ? [{ term: t("shippingFee"), detail: format.krw(props.feeKrw) }] : []),
          ]}
        />
        {props.changeSeatsHref && (
          <LinkButton href={props.changeSeatsHref} look="secondary" className="justify-self-start">
            {t("changeSeats.open")}
          </LinkButton>
        )}
      </div>
      <div className="tear-x grid gap-4 p-5 sm:p-6">
        <DescriptionList items={[{ term: t("total"), detail: format.krw(props.amountKrw), strong: true }]} />
        <CancelFees feesUntil={props.feesUntil} />
      </div>
    </section>
  );
}
