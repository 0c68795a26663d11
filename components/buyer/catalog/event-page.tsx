"use client";
import { useTranslations } from "next-intl";
import type { EventSessionView, EventView } from "#server/catalog/contract.ts";
import { LinkButton } from "../../ui/button.tsx";
import { EventHero } from "./event-hero.tsx";
import { EventSessions } from "./event-sessions.tsx";

interface EventPageProps {
  event: EventView;
  eventSessions: EventSessionView[];
  /** The server's time as the page was drawn, in milliseconds. */
  now: number;
  /** For search engines, as JSON in which no element can begin or end. */
  structuredData: string;
}

/** An event and its event sessions. */
export function EventPage({ event, eventSessions, now, structuredData }: EventPageProps) {
  const t = useTranslations("catalog");
  const canBuy = eventSessions.some(({ status }) => status === "OPEN" || status === "SCHEDULED");
  return (
    <>
      <script
        type="application/ld+json"
        // biome-ignore lint/security/noDangerouslySetInnerHtml: it is JSON in which no element can begin or end.
        dangerouslySetInnerHTML={{ __html: structuredData }}
      />
      <div className="grid items-start gap-10 lg:grid-cols-[1fr_26rem]">
        <EventHero event={event} />
        <div className="lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:overflow-y-auto">
          <EventSessions eventId={event.id} initial={eventSessions} now={now} />
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
    </>
  );
}
