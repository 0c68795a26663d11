"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { Cancellation } from "#server/cancellations/contract.ts";
import type { EventId, ManagedEvent } from "#server/catalog/contract.ts";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { PageSkeleton } from "../shell/page-skeleton.tsx";
import { useTRPC } from "../trpc/client.ts";
import { LinkButton } from "../ui/button.tsx";
import { PageHeader } from "../ui/page-header.tsx";
import { type Area, hrefsOf } from "./area.ts";
import { EventActions } from "./event-actions.tsx";
import { EventStatusBadge } from "./event-status-badge.tsx";
import { SessionCard } from "./session-card.tsx";
import { useManagedEvent } from "./use-managed-event.ts";

const EVERY_MS = 5000;

/** One event and its event sessions, with all that those who run it may do to them. */
export function EventPage({ area, eventId }: { area: Area; eventId: EventId }) {
  const t = useTranslations("organizer");
  const query = useManagedEvent(eventId, { everyMs: EVERY_MS });
  const trpc = useTRPC();
  const hasCancelled = query.data?.eventSessions.some(({ cancellation }) => cancellation) ?? false;
  const cancellations = useQuery(
    trpc.cancellations.list.queryOptions(
      { eventId },
      { enabled: hasCancelled, staleTime: 0, refetchInterval: EVERY_MS },
    ),
  );
  if (!query.data) return query.error ? <ProblemAlert error={query.error} /> : <PageSkeleton shape="facts" />;
  const event = query.data;
  return (
    <>
      <div className="grid gap-4">
        <p>
          <LinkButton href={hrefsOf(area).events} look="quiet" className="-ml-4">
            {t("back")}
          </LinkButton>
        </p>
        <EventStatusBadge status={event.status} />
        <PageHeader title={event.title} lead={event.venue} />
        <p className="max-w-2xl whitespace-pre-line text-muted">{event.description}</p>
        <EventActions area={area} event={event} />
        <ProblemAlert error={query.error ?? cancellations.error} />
      </div>
      <Sessions area={area} event={event} cancellations={cancellations.data ?? []} />
    </>
  );
}

interface SessionsProps {
  area: Area;
  event: ManagedEvent;
  cancellations: readonly Cancellation[];
}

function Sessions({ area, event, cancellations }: SessionsProps) {
  const t = useTranslations("organizer");
  const cancellationOf = new Map(cancellations.map((each) => [each.eventSessionId, each]));
  return (
    <section aria-labelledby="event-sessions" className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="event-sessions" className="font-bold text-2xl">
          {t("session.heading")}
        </h2>
        <LinkButton href={hrefsOf(area).newSession(event.id)} look="secondary">
          {t("session.add")}
        </LinkButton>
      </div>
      {event.eventSessions.length === 0 ? (
        <p className="text-muted">{t("session.none")}</p>
      ) : (
        <ul className="grid gap-4">
          {event.eventSessions.map((eventSession) => (
            <SessionCard
              key={eventSession.id}
              area={area}
              event={event}
              eventSession={eventSession}
              cancellation={cancellationOf.get(eventSession.id)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
