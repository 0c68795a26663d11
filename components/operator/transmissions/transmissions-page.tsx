"use client";
import { useTranslations } from "next-intl";
import { PageHeader } from "../../ui/page-header.tsx";
import { OutboxSummary } from "./outbox-summary.tsx";
import { TransmissionList } from "./transmission-list.tsx";

/** Did everything arrive, and if not: what, where, why, and what to do about it. */
export function TransmissionsPage() {
  const t = useTranslations("transmission");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <OutboxSummary />
      <section aria-labelledby="transmissions" className="grid min-w-0 scroll-mt-4 gap-4">
        <h2 id="transmissions" className="font-bold text-xl">
          {t("list")}
        </h2>
        <TransmissionList />
      </section>
    </>
  );
}
