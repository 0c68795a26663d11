"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useCallback, useRef } from "react";
import type { EventSessionId } from "#server/catalog/contract.ts";
import { RequireLogin } from "../auth/require-login.tsx";
import { serverNow } from "../clock/offset.ts";
import { ProblemAlert } from "../errors/problem-alert.tsx";
import { useFormat } from "../i18n/format.ts";
import { PageSkeleton } from "../shell/page-skeleton.tsx";
import { useTRPC } from "../trpc/client.ts";
import { useViewer } from "../trpc/use-viewer.ts";
import { PageHeader } from "../ui/page-header.tsx";
import { BeforeOpening } from "./before-opening.tsx";
import { dropPlace } from "./kept-place.ts";
import { LineEnded } from "./line-ended.tsx";
import { LineView } from "./line-view.tsx";
import { TurnNotice } from "./turn-notice.tsx";
import { usePlace } from "./use-place.ts";

/** The way from "sales open" to "it is your turn". */
export function LineRoom({ sessionId }: { sessionId: EventSessionId }) {
  const format = useFormat();
  const trpc = useTRPC();
  const sale = useQuery(trpc.catalog.getEventSession.queryOptions({ eventSessionId: sessionId }));
  const viewer = useViewer();
  const { refetch } = sale;
  const open = useCallback(() => void refetch(), [refetch]);
  if (!sale.data) return sale.error ? <ProblemAlert error={sale.error} /> : <PageSkeleton />;
  const { event, startsAt, status, salesOpenAt, maxPerUser } = sale.data;
  return (
    <>
      <PageHeader title={event.title} lead={`${format.date(startsAt)} · ${event.venue}`} />
      {status === "SCHEDULED" ? (
        <BeforeOpening
          salesOpenAt={salesOpenAt}
          maxPerUser={maxPerUser}
          loggedIn={Boolean(viewer.data)}
          onOpen={open}
        />
      ) : (
        <RequireLogin>
          <Waiting sessionId={sessionId} eventHref={`/events/${event.id}`} />
        </RequireLogin>
      )}
    </>
  );
}

function Waiting({ sessionId, eventHref }: { sessionId: EventSessionId; eventHref: string }) {
  const router = useRouter();
  const trpc = useTRPC();
  const { place, status, figure, ended, error, rejoin, joining } = usePlace(sessionId, true);
  const leave = useMutation(
    trpc.line.leave.mutationOptions({
      onSuccess: () => {
        dropPlace(sessionId);
        router.push(eventHref);
      },
    }),
  );
  const start = useRef<number | null>(null);
  const ask = useCallback(() => void rejoin(), [rejoin]);

  if (ended === "soldOut") return <LineEnded how="soldOut" eventHref={eventHref} />;
  if (ended) return <LineEnded how={ended} onRejoin={ask} rejoining={joining} />;
  if (error) return <ProblemAlert error={error} />;
  if (!place) return <PageSkeleton />;
  const now = status ?? {
    ...place,
    ahead: Math.max(0, place.position - 1),
    total: 0,
    estimatedWaitSeconds: null,
  };
  if (now.allowed)
    return (
      <TurnNotice
        expiresAt={now.expiresAt}
        onEnter={() => router.push(`/sessions/${sessionId}/tickets`)}
        onMissed={ask}
      />
    );
  start.current ??= now.ahead;
  const news = figure.news?.figure;
  return (
    <LineView
      number={place.number}
      ahead={now.ahead}
      aheadAtStart={start.current}
      total={news?.total ?? now.total}
      wait={now.estimatedWaitSeconds}
      peoplePerMinute={speedOf(now.ahead, now.estimatedWaitSeconds)}
      level={news?.level ?? "LOW"}
      updatedAtMs={figure.news?.atMs ?? serverNow()}
      connection={figure.connection}
      waitingForHolds={news?.status === "SOLDOUT"}
      leaving={leave.isPending}
      onLeave={() => leave.mutate({ token: place.queueToken })}
    />
  );
}

/** People a minute, from the estimate's near end; null until the line has moved. */
const speedOf = (ahead: number, wait: { min: number } | null): number | null =>
  wait && wait.min > 0 ? Math.max(1, Math.round((ahead * 60) / wait.min)) : null;
