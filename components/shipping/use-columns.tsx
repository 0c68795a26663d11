import Link from "next/link";
import { useTranslations } from "next-intl";
import { MOVED_TOGETHER_MAX } from "#server/fulfillment/values.ts";
import { orderMachine } from "#server/orders/machine.ts";
import { shippingMachine } from "#server/shipping/machine.ts";
import { TrackingLink } from "../buyer/orders/tracking-link.tsx";
import { Moment } from "../clock/moment.tsx";
import { useNow } from "../clock/use-now.ts";
import { useFormat } from "../i18n/format.ts";
import { OriginalText } from "../i18n/original-text.tsx";
import type { Area } from "../organizer/area.ts";
import { StateBadge } from "../states/state-badge.tsx";
import { useStateName } from "../states/use-state-name.ts";
import type { Column } from "../table/rows.tsx";
import { deskOf, type Selection, type ShippingRow } from "./shipping-row.ts";

/** The columns of the list of parcels, of which the first selects. */
export function useColumns(
  area: Area,
  selection: Selection,
  onChange: (selection: Selection) => void,
): Column<ShippingRow>[] {
  const t = useTranslations("shippingDesk");
  const now = useNow(5000);
  return [
    {
      key: "select",
      header: t("columns.select"),
      cell: (row) => <Selected row={row} selection={selection} onChange={onChange} />,
    },
    {
      key: "order",
      header: t("columns.order"),
      names: true,
      cell: (row) => <Named area={area} row={row} />,
    },
    {
      key: "state",
      header: t("columns.state"),
      cell: ({ status, orderStatus }) => <States status={status} orderStatus={orderStatus} />,
    },
    {
      key: "tracking",
      header: t("columns.tracking"),
      cell: (row) => <Tracked {...row} />,
    },
    {
      key: "createdAt",
      header: t("columns.paidAt"),
      sort: "createdAt",
      cell: ({ createdAt }) => <Moment at={createdAt} now={now} />,
    },
    {
      key: "updatedAt",
      header: t("columns.changedAt"),
      sort: "updatedAt",
      cell: ({ updatedAt }) => <Moment at={updatedAt} now={now} />,
    },
  ];
}

interface SelectedProps {
  row: ShippingRow;
  selection: Selection;
  onChange: (selection: Selection) => void;
}

/** The box that selects a parcel; none can be added once as many are selected as can be moved together. */
function Selected({ row, selection, onChange }: SelectedProps) {
  const t = useTranslations("shippingDesk");
  const toggle = () => {
    const next = new Map(selection);
    if (!next.delete(row.id)) next.set(row.id, row);
    onChange(next);
  };
  return (
    <label className="grid size-touch cursor-pointer place-items-center">
      <input
        type="checkbox"
        className="size-5 accent-primary"
        aria-label={t("selectOne", { number: row.orderNumber })}
        checked={selection.has(row.id)}
        disabled={!selection.has(row.id) && selection.size >= MOVED_TOGETHER_MAX}
        onChange={toggle}
      />
    </label>
  );
}

function Named({
  area,
  row: { id, orderNumber, quantity, eventTitle, startsAt, sessionId },
}: {
  area: Area;
  row: ShippingRow;
}) {
  const t = useTranslations("shippingDesk");
  const format = useFormat();
  const desk = deskOf(area);
  return (
    <>
      <Link href={desk.parcel(id)} className="font-mono">
        {orderNumber}
      </Link>
      <p className="font-normal">
        <OriginalText text={eventTitle} />
      </p>
      <p className="numerals font-normal text-muted text-sm">
        {format.date(startsAt)} · {t("count", { count: quantity })} ·{" "}
        <Link href={`${desk.list}?session=${sessionId}`}>{t("thisSession")}</Link>
      </p>
    </>
  );
}

/** How a parcel is followed; empty until it has left. */
function Tracked({ carrier, trackingNumber }: Pick<ShippingRow, "carrier" | "trackingNumber">) {
  if (!carrier || !trackingNumber) return null;
  return (
    <div className="lg:min-w-32">
      <TrackingLink carrier={carrier} number={trackingNumber} />
    </div>
  );
}

/** The parcel's state, and the order's where that ended by itself. */
function States({ status, orderStatus }: Pick<ShippingRow, "status" | "orderStatus">) {
  const t = useTranslations("shippingDesk");
  const nameState = useStateName();
  const isTold = orderStatus === "cancelled" && !["cancelled", "refunded", "compensated"].includes(status);
  return (
    <>
      <StateBadge machine={shippingMachine} state={status} />
      {isTold && (
        <p className="text-danger-fg text-sm">
          {t("orderIs", { state: nameState(orderMachine, orderStatus) })}
        </p>
      )}
    </>
  );
}
