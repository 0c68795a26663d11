"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { EventId } from "#server/catalog/contract.ts";
import { EventHero } from "../buyer/catalog/event-hero.tsx";
import { EventSessions } from "../buyer/catalog/event-sessions.tsx";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { PageSkeleton } from "../shell/page-skeleton.tsx";
import { useTRPC } from "../trpc/client.ts";
import { LinkButton } from "../ui/button.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { type Area, hrefsOf } from "./area.ts";

/** An event as buyers see it, a draft too. Nothing of it can be pressed: it is a picture of the page. */
export function PreviewEvent({ area, eventId }: { area: Area; eventId: EventId }) {
  const t = useTranslations("organizer");
  const trpc = useTRPC();
  const event = useQuery(trpc.catalog.getEvent.queryOptions({ eventId }, { staleTime: 0 }));
  const sessions = useQuery(trpc.catalog.listEventSessions.queryOptions({ eventId }, { staleTime: 0 }));
  const back = (
    <LinkButton href={hrefsOf(area).event(eventId)} look="secondary">
      {t("backToEvent")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={t("preview.title")} lead={t("preview.body")} actions={back} />
      {event.data && sessions.data ? (
        <div inert className="grid gap-8">
          <EventHero event={event.data} />
          <EventSessions eventId={eventId} initial={sessions.data} now={null} />
        </div>
      ) : event.error || sessions.error ? (
        <ProblemAlert error={event.error ?? sessions.error} />
      ) : (
        <PageSkeleton shape="facts" />
      )}
    </>
  );
}
