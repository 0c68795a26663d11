"use client";
import { useLocale, useTranslations } from "next-intl";
import { MOVED_TOGETHER_MAX } from "#server/fulfillment/values.ts";
import type { Area } from "../organizer/area.ts";
import { queryOf } from "../table/address.ts";
import { DownloadButton } from "../table/download-button.tsx";
import { Button, LinkButton } from "../ui/button.tsx";
import { deskOf, type Selection, type ShippingRow } from "./shipping-row.ts";

interface ListActionsProps {
  area: Area;
  rows: readonly ShippingRow[];
  /** The filters and the sort that the address has. */
  asked: Readonly<Record<string, string | undefined>>;
  selection: Selection;
  onChange: (selection: Selection) => void;
}

/** What can be done with the parcels that match: select those shown, print what is being prepared, take the addresses along. */
export function ListActions({ area, rows, asked, selection, onChange }: ListActionsProps) {
  const t = useTranslations("shippingDesk");
  const lang = useLocale();
  const selectAll = () => {
    const all = new Map(selection);
    for (const row of rows) if (all.size < MOVED_TOGETHER_MAX) all.set(row.id, row);
    onChange(all);
  };
  return (
    <>
      {rows.length > 0 && (
        <Button look="secondary" onClick={selectAll}>
          {t("selection.all")}
        </Button>
      )}
      <LinkButton href={deskOf(area).print({ event: asked.event, session: asked.session })} look="secondary">
        {t("selection.print")}
      </LinkButton>
      <DownloadButton
        label={t("files.addresses")}
        href={`/api/exports/shipping-addresses${queryOf({ ...asked, lang })}`}
      />
    </>
  );
}
