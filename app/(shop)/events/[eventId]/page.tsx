import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { EventPage } from "#components/buyer/catalog/event-page.tsx";
import { structuredDataOf } from "#components/buyer/catalog/structured-data.ts";
import { PageMessages } from "#components/i18n/page-messages.tsx";
import { type EventId, eventId as eventIdSchema } from "#server/catalog/contract.ts";
import { getEvent, listEventSessions } from "#server/catalog/queries.ts";
import { approximateNow } from "#server/platform/database/clock.ts";
import { CARD } from "#server/platform/files/social-card.ts";
import { createContext } from "#server/platform/operation/context.ts";
import { LightPage } from "../../../light-page.tsx";
import { orNotFound } from "../../../or-not-found.ts";
import { eventCardOf } from "./event-card.ts";

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
  const [{ event, eventSessions }, now] = await Promise.all([
    load((await params).eventId),
    approximateNow(createContext().db),
  ]);
  const [title, description] = [event.title, event.description.slice(0, 160)];
  const { url, lines } = eventCardOf(event, eventSessions, now.getTime());
  const alt = [title, ...lines, ...(event.poster ? [event.poster.alt] : [])].join(", ");
  const images = [{ url, alt, ...CARD, type: "image/jpeg" }];
  return {
    ...{ title, description },
    openGraph: { title, description, type: "website", images },
    twitter: { card: "summary_large_image", images },
  };
}

// biome-ignore lint/style/noProcessEnv: pages do not load the server's configuration.
const shopUrl = process.env.APP_URL;

export default async function Page({ params }: Props) {
  const [{ event, eventSessions }, now] = await Promise.all([
    load((await params).eventId),
    approximateNow(createContext().db),
  ]);
  const structuredData = structuredDataOf(event, eventSessions, shopUrl);
  const open = eventSessions.filter(({ status }) => status === "OPEN");
  return (
    <PageMessages of={["catalog", "push"]}>
      <LightPage
        name="event"
        view={EventPage}
        props={{ event, eventSessions, now: now.getTime(), structuredData }}
        ahead={({ queue }, client) =>
          Promise.all(open.map(({ id }) => client.fetchQuery(queue.serving.queryOptions({ sessionId: id }))))
        }
      />
    </PageMessages>
  );
}
