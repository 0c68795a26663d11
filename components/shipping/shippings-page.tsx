"use client";
import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { shippingMachine } from "#server/shipping/machine.ts";
import { CARRIER_NAMES, CARRIERS } from "#server/shipping/values.ts";
import type { Area } from "../organizer/area.ts";
import { useStateOptions } from "../states/use-state-name.ts";
import type { Filter } from "../table/address.ts";
import { ListTable } from "../table/list-table.tsx";
import { useTRPC, useTRPCClient } from "../trpc/client.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { ListActions } from "./list-actions.tsx";
import { SelectionCard } from "./selection-card.tsx";
import type { Selection, ShippingRow } from "./shipping-row.ts";
import { TrackingFile } from "./tracking-file.tsx";
import { useColumns } from "./use-columns.tsx";

const EVERY_MS = 15_000;

/** The queue of parcels with paper tickets, the oldest first, and what can be done with many of them. */
export function ShippingsPage({ area }: { area: Area }) {
  const t = useTranslations("shippingDesk");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const [selection, setSelection] = useState<Selection>(new Map());
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <Counts />
      <TrackingFile />
      <SelectionCard area={area} selection={selection} onChange={setSelection} />
      <ListTable
        label={t("list")}
        columns={useColumns(area, selection, setSelection)}
        filters={useFilters()}
        initialSort="createdAt"
        rowKey={({ id }: ShippingRow) => id}
        queryKey={trpc.reports.shippings.pathKey()}
        read={client.reports.shippings.query}
        everyMs={EVERY_MS}
        download="shippings"
        empty={{ title: t("empty.title"), body: t("empty.body") }}
        actions={(rows, asked) => (
          <ListActions area={area} rows={rows} asked={asked} selection={selection} onChange={setSelection} />
        )}
      />
    </>
  );
}

function Counts() {
  const t = useTranslations("shippingDesk");
  const trpc = useTRPC();
  const { data, error } = useQuery(
    trpc.reports.shippingCounts.queryOptions({}, { refetchInterval: EVERY_MS, staleTime: 0 }),
  );
  if (error) return <p className="text-danger-fg">{t("countsUnreadable")}</p>;
  return <p className="numerals min-h-6 text-muted">{data && t("counts", data)}</p>;
}

const DAYS = [1, 3, 7, 14] as const;
const GROUPS = ["unsent", "under_way", "in_trouble"] as const;

function useFilters(): Filter[] {
  const t = useTranslations("shippingDesk.filters");
  const language = useLocale();
  const stateOptions = useStateOptions();
  return [
    { kind: "text", name: "search", label: t("search"), hint: t("searchHint") },
    {
      ...{ kind: "choice", name: "state", label: t("state"), any: t("open") },
      options: [...GROUPS.map((value) => ({ value, label: t(value) })), ...stateOptions(shippingMachine)],
    },
    {
      ...{ kind: "choice", name: "days", label: t("days"), any: t("anyDays") },
      options: DAYS.map((days) => ({ value: String(days), label: t("daysOver", { days }) })),
    },
    {
      ...{ kind: "choice", name: "due", label: t("due"), any: t("anyDue") },
      options: [{ value: "soon", label: t("soon") }],
    },
    {
      ...{ kind: "choice", name: "carrier", label: t("carrier"), any: t("anyCarrier") },
      options: CARRIERS.map((value) => ({ value, label: CARRIER_NAMES[value][language] })),
    },
    { kind: "text", name: "event", label: t("event") },
    { kind: "text", name: "session", label: t("session") },
  ];
}
