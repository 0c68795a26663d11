"use client";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { LinkButton } from "../ui/button.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { type Area, hrefsOf } from "./area.ts";
import { EventFilters } from "./event-filters.tsx";
import { EventList } from "./event-list.tsx";
import { readFilter } from "./filter.ts";

/** The events that a seller or the operators run. */
export function EventsPage({ area }: { area: Area }) {
  const t = useTranslations("organizer");
  const filter = readFilter(useSearchParams());
  return (
    <>
      <PageHeader
        title={t("events")}
        lead={t(`eventsLead.${area}`)}
        actions={<LinkButton href={hrefsOf(area).newEvent}>{t("newEvent")}</LinkButton>}
      />
      <EventFilters area={area} filter={filter} />
      <EventList area={area} filter={filter} />
    </>
  );
}
