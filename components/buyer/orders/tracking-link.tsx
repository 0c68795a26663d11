import { ExternalLink } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { CARRIER_NAMES, isCarrier, trackingPageOf } from "#server/shipping/values.ts";

/** Carrier and number of a parcel, as a link to where the carrier shows it. */
export function TrackingLink({ carrier, number }: { carrier: string; number: string }) {
  const t = useTranslations("parcel");
  const language = useLocale();
  if (!isCarrier(carrier)) return `${carrier} ${number}`;
  return (
    <a
      className="font-semibold text-primary underline"
      href={trackingPageOf(carrier, number)}
      target="_blank"
      rel="noreferrer"
    >
      {CARRIER_NAMES[carrier][language]} {number}
      <ExternalLink aria-hidden="true" className="ml-1 inline size-4 align-[-0.125em]" />
      <span className="sr-only">{t("newWindow")}</span>
    </a>
  );
}
