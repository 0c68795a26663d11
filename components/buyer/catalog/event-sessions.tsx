"use client";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { EventId, EventSessionView } from "#server/catalog/contract.ts";
import { useTRPC } from "../../trpc/client.ts";
import { EventSessionRow } from "./event-session-row.tsx";

const REFRESH_MS = 3000;

/** The performances of an event, with the stock as it is now. */
export function EventSessions({ eventId, initial }: { eventId: EventId; initial: EventSessionView[] }) {
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
        <ul className="overflow-hidden rounded-lg border border-line bg-surface">
          {data.map((eventSession) => (
            <EventSessionRow key={eventSession.id} eventSession={eventSession} />
          ))}
        </ul>
      )}
    </section>
  );
}
