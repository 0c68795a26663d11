"use client";
import { useTranslations } from "next-intl";
import { PageHeader } from "../ui/page-header.tsx";
import { OutboxSummary } from "./outbox-summary.tsx";
import { ReplayAll } from "./replay-all.tsx";
import { TransmissionFilters } from "./transmission-filters.tsx";
import { TransmissionList } from "./transmission-list.tsx";
import { useTransmissionFilter } from "./use-transmission-filter.ts";

/** Did every order arrive? And what to do about those that did not. */
export function TransmissionsPage() {
  const t = useTranslations("transmission");
  const { filter, setFilter } = useTransmissionFilter();
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <OutboxSummary onPick={(destination, status) => setFilter({ destination, status })} />
      <section className="grid gap-4" aria-label={t("filters")}>
        <TransmissionFilters key={filter.search} filter={filter} onChange={setFilter} />
        {filter.status === "DEAD" && <ReplayAll filter={filter} />}
        <TransmissionList filter={filter} />
      </section>
    </>
  );
}
