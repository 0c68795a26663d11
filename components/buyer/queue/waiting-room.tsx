"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useRef } from "react";
import type { EventSessionId } from "#server/catalog/contract.ts";
import type { Place, PlaceStatus, QueueStanding } from "#server/queue/contract.ts";
import { serverNow } from "../../clock/offset.ts";
import { ActNotice } from "../../errors/act-notice.tsx";
import { useTRPC, useTRPCClient } from "../../trpc/client.ts";
import { useAct } from "../../trpc/use-act.ts";
import { QueueView } from "./queue-view.tsx";
import { TellTurn } from "./tell-turn.tsx";
import type { usePlace } from "./use-place.ts";

interface WaitingRoomProps {
  eventSessionId: EventSessionId;
  eventHref: string;
  place: Serialized<Place>;
  status: Serialized<PlaceStatus> | undefined;
  standing: QueueStanding | null;
  figure: ReturnType<typeof usePlace>["figure"];
}

/** In JSON, dates are strings. */
type Serialized<T> = { readonly [K in keyof T]: T[K] extends Date ? string : T[K] };

/** What the page shows of a place that waits, and the way out of the queue. */
export function WaitingRoom({
  eventSessionId,
  eventHref,
  place,
  status,
  standing,
  figure,
}: WaitingRoomProps) {
  const now = status ?? {
    ahead: Math.max(0, place.position - 1),
    total: 0,
    estimatedWaitSeconds: null,
  };
  const start = useRef<number | null>(null);
  start.current ??= now.ahead;
  const leave = useLeave(eventSessionId, place.queueToken, eventHref);
  const news = figure.news?.figure;
  return (
    <>
      <ActNotice act={leave} />
      <QueueView
        eventSessionId={eventSessionId}
        number={place.number}
        ahead={now.ahead}
        aheadAtStart={start.current}
        total={news?.total ?? now.total}
        wait={now.estimatedWaitSeconds}
        peoplePerMinute={speedOf(now.ahead, now.estimatedWaitSeconds)}
        level={news?.level ?? "LOW"}
        updatedAtMs={figure.news?.atMs ?? serverNow()}
        connection={figure.connection}
        standing={standing ?? "MOVING"}
        leaving={leave.isPending}
        onLeave={() => leave.mutate()}
      />
      <TellTurn eventSessionId={eventSessionId} />
    </>
  );
}

function useLeave(eventSessionId: EventSessionId, token: string, eventHref: string) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const router = useRouter();
  const queryClient = useQueryClient();
  return useAct({
    send: () => client.queue.leave.mutate({ token }),
    lookUp: async () =>
      (await client.queue.mine.query({ sessionId: eventSessionId })) ? null : { left: true },
    onSuccess: () => {
      queryClient.setQueryData(trpc.queue.mine.queryKey({ sessionId: eventSessionId }), null);
      router.push(eventHref);
    },
  });
}

/** People a minute, from the middle of the estimate; null while there is none. */
const speedOf = (ahead: number, wait: { min: number; max: number } | null): number | null =>
  wait && wait.max > 0 ? Math.max(1, Math.round((ahead * 120) / (wait.min + wait.max))) : null;
