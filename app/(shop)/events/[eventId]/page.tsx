import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { EventHero } from "#components/buyer/catalog/event-hero.tsx";
import { EventSessions } from "#components/buyer/catalog/event-sessions.tsx";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { type EventId, eventId as eventIdSchema } from "#server/catalog/contract.ts";
import { getEvent, listEventSessions } from "#server/catalog/queries.ts";
import { createContext } from "#server/platform/operation/context.ts";
import { orNotFound } from "../../../or-not-found.ts";

interface Props {
  params: Promise<{ eventId: string }>;
}

/** Read once a request, for the page and its title. */
const load = cache(async (id: string) => {
  const parsed = eventIdSchema.safeParse(id);
  if (!parsed.success) notFound();
  const eventId: EventId = parsed.data;
  const ctx = createContext();
  const [event, eventSessions] = await orNotFound(
    Promise.all([getEvent(ctx, { eventId }), listEventSessions(ctx, { eventId })]),
  );
  return { event, eventSessions };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { event } = await load((await params).eventId);
  const [title, description] = [event.title, event.description.slice(0, 160)];
  if (!event.poster) return { title, description };
  const { socialUrl: url, alt } = event.poster;
  const images = [{ url, alt, width: 1200, height: 630, type: "image/jpeg" }];
  return {
    ...{ title, description },
    openGraph: { title, description, type: "website", images },
    twitter: { card: "summary_large_image", images },
  };
}

export default async function EventPage({ params }: Props) {
  const { event, eventSessions } = await load((await params).eventId);
  return (
    <PageMessages of={["catalog"]}>
      <EventHero event={event} />
      <EventSessions eventId={event.id} initial={eventSessions} />
    </PageMessages>
  );
}
