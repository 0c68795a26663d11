import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { EventHero } from "#components/buyer/catalog/event-hero.tsx";
import { EventSessions } from "#components/buyer/catalog/event-sessions.tsx";
import { structuredDataOf } from "#components/buyer/catalog/structured-data.ts";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { LinkButton } from "#components/ui/button.tsx";
import { type EventId, eventId as eventIdSchema } from "#server/catalog/contract.ts";
import { getEvent, listEventSessions } from "#server/catalog/queries.ts";
import { approximateNow } from "#server/platform/database/clock.ts";
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

// biome-ignore lint/style/noProcessEnv: pages do not load the server's configuration.
const shopUrl = process.env.APP_URL;

export default async function EventPage({ params }: Props) {
  const [{ event, eventSessions }, now, t] = await Promise.all([
    load((await params).eventId),
    approximateNow(createContext().db),
    getTranslations("catalog"),
  ]);
  const canBuy = eventSessions.some(({ status }) => status === "OPEN" || status === "SCHEDULED");
  return (
    <PageMessages of={["catalog"]}>
      <script
        type="application/ld+json"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: it is JSON in which no element can begin or end.
        dangerouslySetInnerHTML={{ __html: structuredDataOf(event, eventSessions, shopUrl) }}
      />
      <div className="grid items-start gap-10 lg:grid-cols-[1fr_26rem]">
        <EventHero event={event} />
        <div className="lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:overflow-y-auto">
          <EventSessions eventId={event.id} initial={eventSessions} now={now.getTime()} />
        </div>
      </div>
      {canBuy && (
        // Above the bar with the main places, which is there on a phone alone.
        <p className="sticky bottom-18 z-10 md:hidden">
          <LinkButton href="#event-sessions" size="large" wide>
            {t("choose")}
          </LinkButton>
        </p>
      )}
    </PageMessages>
  );
}
