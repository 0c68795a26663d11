"use client";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { PageHeader } from "../../ui/page-header.tsx";
import { readFilter } from "./filter.ts";
import { OutboxSummary } from "./outbox-summary.tsx";
import { TransmissionFilters } from "./transmission-filters.tsx";
import { TransmissionList } from "./transmission-list.tsx";

/** Did everything arrive, and if not: what, where, why, and what to do about it. */
export function TransmissionsPage() {
  const t = useTranslations("transmission");
  const filter = readFilter(useSearchParams());
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <OutboxSummary />
      <section aria-labelledby="transmissions" className="grid scroll-mt-4 gap-4">
        <h2 id="transmissions" className="font-bold text-xl">
          {t("list")}
        </h2>
        <TransmissionFilters filter={filter} />
        <TransmissionList filter={filter} />
      </section>
    </>
  );
}
