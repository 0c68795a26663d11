import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import { formatPhone } from "#server/platform/values/phone.ts";
import type { AppRouter } from "#server/router.ts";
import { shippingMachine } from "#server/shipping/machine.ts";
import { useFormat } from "../i18n/format.ts";
import { useSeatName } from "../seats/use-seat-name.ts";
import { useStateName } from "../states/use-state-name.ts";

/** A parcel with where it goes, as it was read a moment ago. */
export type Parcel = inferRouterOutputs<AppRouter>["fulfillment"]["readAddresses"]["parcels"][number];

/** Labels on a sheet of A4: two beside each other, four below each other. */
const LABELS_ON_SHEET = 8;

/** Characters of a name and of an address that fit in large letters. */
const LONG_NAME = 16;
const LONG_ADDRESS = 60;

interface PrintedProps {
  parcels: readonly Parcel[];
  /** When they were read, in words. */
  at: string;
}

/** The labels of parcels, eight on a sheet. */
export function LabelSheets({ parcels, at }: PrintedProps) {
  const sheets = Array.from({ length: Math.ceil(parcels.length / LABELS_ON_SHEET) }, (_, index) =>
    parcels.slice(index * LABELS_ON_SHEET, (index + 1) * LABELS_ON_SHEET),
  );
  return sheets.map((labels) => (
    <ul
      key={labels[0]?.id}
      className="label-sheet grid h-[297mm] w-[210mm] grid-cols-2 grid-rows-[repeat(4,74.25mm)] bg-white text-black"
    >
      {labels.map((parcel) => (
        <Label key={parcel.id} parcel={parcel} at={at} />
      ))}
    </ul>
  ));
}

function Label({ parcel, at }: { parcel: Parcel; at: string }) {
  const t = useTranslations("shippingDesk.print");
  const tDesk = useTranslations("shippingDesk");
  const format = useFormat();
  const seatName = useSeatName();
  const { orderNumber, eventTitle, startsAt, quantity, seats } = parcel;
  return (
    <li className="grid min-w-0 grid-rows-[minmax(0,1fr)_auto] gap-[2mm] overflow-hidden border border-neutral-300 border-dashed p-[5mm]">
      <Recipient parcel={parcel} />
      <div className="min-w-0 border-neutral-400 border-t pt-[2mm] text-[9pt] leading-snug">
        <p className="truncate">
          {eventTitle} · {format.date(startsAt)}
        </p>
        <p className="truncate">
          {tDesk("count", { count: quantity })}
          {seats.length > 0 && ` · ${seats.map(seatName).join(", ")}`}
        </p>
        <p className="numerals flex justify-between gap-2">
          <span className="font-bold font-mono">{orderNumber}</span>
          <span>{t("readAt", { at })}</span>
        </p>
      </div>
    </li>
  );
}

/** Where a parcel goes; of one that may not leave any more, that instead. */
function Recipient({ parcel: { isToBeSent, status, address } }: { parcel: Parcel }) {
  const t = useTranslations("shippingDesk.print");
  const nameState = useStateName();
  if (!isToBeSent || !address)
    return (
      <div className="grid content-center justify-items-center gap-[1mm] border-2 border-black text-center">
        <p className="font-extrabold text-[18pt]">{t("notToBeSent")}</p>
        <p className="text-[11pt]">
          {isToBeSent ? t("noAddress") : t("stateNow", { state: nameState(shippingMachine, status) })}
        </p>
      </div>
    );
  const { recipient, phone, postcode, address1, address2 } = address;
  const lines = [address1, address2].filter(Boolean).join(" ");
  // The longest address has to fit, since a carrier cannot read what is cut off.
  const isLong = recipient.length > LONG_NAME || lines.length > LONG_ADDRESS;
  return (
    <div className="min-h-0 min-w-0">
      <p className={isLong ? "font-bold text-[9pt] leading-tight" : "font-bold text-[14pt]"}>
        <span className="mr-[2mm] font-normal text-[9pt]">{t("to")}</span> {recipient}
      </p>
      <p className="numerals mt-[1mm] flex items-baseline justify-between gap-2">
        <span className="font-bold text-[16pt] tracking-[0.15em]">{postcode}</span>
        <span className="text-[11pt]">{formatPhone(phone)}</span>
      </p>
      <p className={isLong ? "text-[8.5pt] leading-tight" : "text-[11pt] leading-snug"}>{lines}</p>
    </div>
  );
}
