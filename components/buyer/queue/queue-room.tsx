"use client";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import type { EventSessionId, EventSessionView, EventView } from "#server/catalog/contract.ts";
import { RequireLogin } from "../../auth/require-login.tsx";
import { serverNow } from "../../clock/offset.ts";
import { ProblemAlert } from "../../errors/problem-alert.tsx";
import { useFormat } from "../../i18n/format.ts";
import { OriginalText } from "../../i18n/original-text.tsx";
import { PageSkeleton } from "../../shell/page-skeleton.tsx";
import { useTRPC } from "../../trpc/client.ts";
import { useViewer } from "../../trpc/use-viewer.ts";
import { PageHeader } from "../../ui/page-header.tsx";
import { BeforeOpening } from "./before-opening.tsx";
import { JoinPanel } from "./join-panel.tsx";
import { QueueEnded } from "./queue-ended.tsx";
import { TurnNotice } from "./turn-notice.tsx";
import { useJoin } from "./use-join.ts";
import { useJoinAtOpening } from "./use-join-at-opening.ts";
import { usePlace } from "./use-place.ts";
import { WaitingRoom } from "./waiting-room.tsx";

/** How often the page asks whether sales have opened: an operator may open them early, and a device's clock may jump. */
const OPENING_MS = { min: 1000, max: 15_000 };

/** The queue's page, from before the opening to the person's turn. */
export function QueueRoom({ eventSessionId }: { eventSessionId: EventSessionId }) {
  const format = useFormat();
  const trpc = useTRPC();
  const viewer = useViewer();
  const sale = useQuery(
    trpc.catalog.getEventSession.queryOptions(
      { eventSessionId },
      {
        refetchInterval: ({ state: { data } }) => {
          if (data && data.status !== "SCHEDULED") return false;
          const leftMs = data ? Date.parse(data.salesOpenAt) - serverNow() : OPENING_MS.max;
          return Math.min(OPENING_MS.max, Math.max(OPENING_MS.min, leftMs));
        },
      },
    ),
  );
  const join = useJoin(eventSessionId);
  const opening = useJoinAtOpening(sale.data, join.mutate);
  if (!sale.data) return sale.error ? <ProblemAlert error={sale.error} /> : <PageSkeleton shape="facts" />;
  const { event, startsAt, status, salesOpenAt, maxPerUser } = sale.data;
  return (
    <>
      <PageHeader
        title={<OriginalText text={event.title} />}
        lead={
          <>
            {format.date(startsAt)} · <OriginalText text={event.venue} />
          </>
        }
      />
      {status === "SCHEDULED" ? (
        <BeforeOpening
          eventSessionId={eventSessionId}
          salesOpenAt={salesOpenAt}
          maxPerUser={maxPerUser}
          loggedIn={Boolean(viewer.data)}
          consented={opening.consented}
          onConsent={opening.consent}
          onOpen={sale.refetch}
        />
      ) : (
        <RequireLogin>
          <Waiting sale={sale.data} join={join} />
        </RequireLogin>
      )}
    </>
  );
}

interface WaitingProps {
  sale: EventSessionView & { readonly event: Pick<EventView, "id"> };
  join: ReturnType<typeof useJoin>;
}

function Waiting({ sale: { id: eventSessionId, event, release }, join }: WaitingProps) {
  const eventHref = `/events/${event.id}`;
  const router = useRouter();
  const { place, status, standing, ended, figure, error, askAgain } = usePlace(eventSessionId);
  const ticketsHref = `/sessions/${eventSessionId}/tickets`;
  const allowed = (status ?? place)?.allowed;
  useEffect(() => {
    // The time to choose is short, so its page is here before the press, scripts included.
    if (allowed) router.prefetch(ticketsHref);
  }, [allowed, router, ticketsHref]);
  const rejoin = () => {
    figure.forget();
    join.mutate();
  };
  if (ended)
    return (
      <>
        <ProblemAlert error={join.error} />
        <QueueEnded
          how={ended}
          eventHref={eventHref}
          waitlistHref={release.policy === "WAITLIST" ? `/sessions/${eventSessionId}/waitlist` : undefined}
          onRejoin={rejoin}
          rejoining={join.isPending}
        />
      </>
    );
  if (place === undefined) return error ? <ProblemAlert error={error} /> : <PageSkeleton shape="facts" />;
  if (place === null) return <JoinPanel standing={standing} join={join} />;
  const { expiresAt } = status ?? place;
  return allowed ? (
    <TurnNotice expiresAt={expiresAt} onEnter={() => router.push(ticketsHref)} onMissed={askAgain} />
  ) : (
    <WaitingRoom {...{ eventSessionId, eventHref, place, status, standing, figure }} />
  );
}
