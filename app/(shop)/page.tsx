import { getTranslations } from "next-intl/server";
import { EventCard } from "#components/catalog/event-card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { listEvents } from "#server/catalog/queries.ts";
import { createContext } from "#server/platform/context.ts";

/** Stock and sale change by the second. */
export const dynamic = "force-dynamic";

export default async function EventsPage() {
  const [t, events] = await Promise.all([getTranslations("catalog"), listEvents(createContext(), {})]);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      {events.length === 0 && <EmptyState title={t("empty.title")}>{t("empty.body")}</EmptyState>}
      <div className="grid gap-5 lg:grid-cols-2">
        {events.map((event) => (
          <EventCard key={event.id} event={event} />
        ))}
      </div>
    </>
  );
}
