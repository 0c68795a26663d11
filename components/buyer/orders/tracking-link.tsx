import { ExternalLink } from "lucide-react";
import { useTranslations } from "next-intl";
import type { CARRIERS } from "#server/shipping/contract.ts";

type Carrier = (typeof CARRIERS)[number];

/** Where each carrier shows a parcel, before its number. */
const PAGES: Readonly<Record<Carrier, string>> = {
  CJ: "https://trace.cjlogistics.com/next/tracking.html?wblNo=",
  HANJIN: "https://www.hanjin.com/kor/CMS/DeliveryMgr/WaybillResult.do?mCode=MN038&wblnum=",
  LOTTE: "https://www.lotteglogis.com/home/reservation/tracking/linkView?InvNo=",
  LOGEN: "https://www.ilogen.com/web/personal/trace/",
  POST: "https://service.epost.go.kr/trace.RetrieveDomRigiTraceList.comm?sid1=",
};

const isKnown = (carrier: string): carrier is Carrier => Object.hasOwn(PAGES, carrier);

/** Carrier and number of a parcel, as a link to where the carrier shows it. */
export function TrackingLink({ carrier, number }: { carrier: string; number: string }) {
  const t = useTranslations("parcel");
  if (!isKnown(carrier)) return `${carrier} ${number}`;
  return (
    <a
      className="inline-flex items-center gap-1 font-semibold text-primary underline"
      href={`${PAGES[carrier]}${encodeURIComponent(number.replaceAll("-", ""))}`}
      target="_blank"
      rel="noreferrer"
    >
      {t(`carriers.${carrier}`)} {number}
      <ExternalLink aria-hidden="true" className="size-4" />
      <span className="sr-only">{t("newWindow")}</span>
    </a>
  );
}
