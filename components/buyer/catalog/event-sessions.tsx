"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { EventId, EventSessionView } from "#server/catalog/contract.ts";
import { formatDate, useFormat } from "../../i18n/format.ts";
import { useTRPC } from "../../trpc/client.ts";
import { EventSessionRow } from "./event-session-row.tsx";

const REFRESH_MS = 3000;

interface EventSessionsProps {
  eventId: EventId;
  initial: EventSessionView[];
  /** The server's time as the page was drawn; null where that is not known. */
  now: number | null;
}

/** The event sessions of each day in Seoul, in their order. */
const byDay = (eventSessions: readonly EventSessionView[]) =>
  Object.entries(Object.groupBy(eventSessions, ({ startsAt }) => formatDate(startsAt, "date", "en")));

/** The performances of an event, with the stock as it is now. */
export function EventSessions({ eventId, initial, now }: EventSessionsProps) {
  const format = useFormat();
  const t = useTranslations("catalog");
  const trpc = useTRPC();
  const { data } = useQuery(
    trpc.catalog.listEventSessions.queryOptions(
      { eventId },
      { initialData: initial, refetchInterval: REFRESH_MS, refetchOnMount: false },
    ),
  );
  return (
    <section aria-labelledby="event-sessions" className="grid gap-4">
      <h2 id="event-sessions" className="font-bold text-2xl">
        {t("sessions")}
      </h2>
      {data.length === 0 ? (
        <p className="text-muted">{t("noSessions")}</p>
      ) : (
        byDay(data).map(([day, sessions = []]) => (
          <div key={day} className="overflow-hidden rounded-lg border border-line bg-surface">
            <h3 className="numerals border-line border-b bg-sunken px-5 py-2.5 font-bold sm:px-6">
              {format.day(sessions[0]?.startsAt ?? "", now)}
            </h3>
            <ul>
              {sessions.map((eventSession) => (
                <EventSessionRow key={eventSession.id} eventSession={eventSession} now={now} />
              ))}
            </ul>
          </div>
        ))
      )}
    </section>
  );
}
