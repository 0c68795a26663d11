import { getTranslations } from "next-intl/server";
import { EventCard } from "#components/buyer/catalog/event-card.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { eventId } from "#server/catalog/contract.ts";
import { listEvents } from "#server/catalog/queries.ts";
import { createContext } from "#server/platform/operation/context.ts";

/** Stock and sale change by the second. */
export const dynamic = "force-dynamic";

const SHOWN = 20;
/** Cards that the first screen shows. */
const FIRST = 4;

export default async function EventsPage({ searchParams }: { searchParams: Promise<{ after?: string }> }) {
  const after = eventId.safeParse((await searchParams).after);
  const [t, found] = await Promise.all([
    getTranslations("catalog"),
    // One more than is shown tells whether there are others.
    listEvents(createContext(), { ...(after.success && { after: after.data }), limit: SHOWN + 1 }),
  ]);
  const events = found.slice(0, SHOWN);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      {events.length === 0 && <EmptyState title={t("empty.title")}>{t("empty.body")}</EmptyState>}
      <div className="grid gap-5 lg:grid-cols-2">
        {events.map((event, index) => (
          <EventCard key={event.id} event={event} isFirst={index < FIRST} />
        ))}
      </div>
      {found.length > SHOWN && (
        <p className="mt-6 text-center">
          <LinkButton href={`/?after=${events.at(-1)?.id}`}>{t("more")}</LinkButton>
        </p>
      )}
    </>
  );
}
