import { useTranslations } from "next-intl";
import { shippingMachine } from "#server/shipping/machine.ts";
import { useFormat } from "../i18n/format.ts";
import { useSeatName } from "../seats/use-seat-name.ts";
import { useStateName } from "../states/use-state-name.ts";
import type { Parcel } from "./label-sheets.tsx";

interface PackingListProps {
  parcels: readonly Parcel[];
  /** When they were read, in words. */
  at: string;
}

/** What goes into each parcel, by event session, with a box to tick. */
export function PackingList({ parcels, at }: PackingListProps) {
  const t = useTranslations("shippingDesk.print");
  const format = useFormat();
  const sessions = [...Map.groupBy(parcels, ({ sessionId }) => sessionId).values()];
  return (
    <div className="grid min-w-[40rem] gap-8 bg-white p-6 text-black print:p-0">
      {sessions.map((of) => {
        const [{ sessionId, eventTitle, startsAt } = parcels[0] as Parcel] = of;
        return (
          <section key={sessionId} className="grid gap-3 print:break-inside-auto">
            <div>
              <p className="font-bold text-lg">
                {t("packingTitle")} · {eventTitle}
              </p>
              <p className="numerals text-sm">
                {format.date(startsAt)} · {totalOf(of, t)} · {t("readAt", { at })}
              </p>
            </div>
            <Lines parcels={of} label={`${t("packingTitle")} ${eventTitle} ${format.date(startsAt)}`} />
          </section>
        );
      })}
    </div>
  );
}

const totalOf = (
  parcels: readonly Parcel[],
  t: (key: "total", values: { parcels: number; tickets: number }) => string,
) => {
  const sent = parcels.filter(({ isToBeSent }) => isToBeSent);
  return t("total", {
    parcels: sent.length,
    tickets: sent.reduce((sum, { quantity }) => sum + quantity, 0),
  });
};

function Lines({ parcels, label }: { parcels: readonly Parcel[]; label: string }) {
  const t = useTranslations("shippingDesk.print");
  const tDesk = useTranslations("shippingDesk");
  const nameState = useStateName();
  const seatName = useSeatName();
  const cell = "border-neutral-400 border-b px-2 py-1.5 text-left align-top";
  return (
    <table aria-label={label} className="numerals w-full border-collapse text-sm">
      <thead>
        <tr>
          {(["packed", "order", "to", "tickets", "seats"] as const).map((name) => (
            <th key={name} scope="col" className={`whitespace-nowrap font-bold ${cell}`}>
              {t(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {parcels.map(({ id, orderNumber, address, quantity, seats, isToBeSent, status }) => (
          <tr key={id} className="break-inside-avoid">
            <td className={cell}>
              {isToBeSent && <span className="inline-block size-4 border border-black" />}
            </td>
            <th scope="row" className={`whitespace-nowrap font-mono font-normal ${cell}`}>
              {orderNumber}
            </th>
            <td className={`${cell}`}>
              {isToBeSent
                ? (address?.recipient ?? t("noAddress"))
                : `${t("notToBeSent")} · ${t("stateNow", { state: nameState(shippingMachine, status) })}`}
            </td>
            <td className={`whitespace-nowrap ${cell}`}>{tDesk("count", { count: quantity })}</td>
            <td className={`${cell}`}>{seats.map(seatName).join(", ")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
