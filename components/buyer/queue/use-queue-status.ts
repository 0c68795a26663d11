"use client";
import { useQuery } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useState } from "react";
import type { EventSessionId } from "#server/catalog/contract.ts";
import type { QueueStatus } from "#server/queue/contract.ts";
import { serverNow } from "../../clock/offset.ts";
import { useTRPC } from "../../trpc/client.ts";
import { useReopening } from "../../trpc/use-reopening.ts";
import { useStreamLease } from "../../trpc/use-stream-lease.ts";
import type { Connection } from "./queue-pulse.tsx";

/** The polling interval until the queue has named one. */
const ASK_MS = 3000;

/** The queue's public status: the tab that streams receives pushes, and other tabs poll. */
export function useQueueStatus(eventSessionId: EventSessionId, enabled: boolean) {
  const trpc = useTRPC();
  const [pushed, setPushed] = useState<{ figure: QueueStatus; atMs: number } | null>(null);
  const [restarted, setRestarted] = useState(false);
  const mayStream = useStreamLease(enabled);
  const stream = useSubscription(
    trpc.queue.watch.subscriptionOptions(
      { eventSessionId },
      {
        enabled: mayStream,
        onData: (told) => {
          if (told.kind === "restarted") setRestarted(true);
          else setPushed({ figure: told, atMs: serverNow() });
        },
      },
    ),
  );
  useReopening(stream);
  const isLive = mayStream && stream.status === "pending";
  const asked = useQuery(
    trpc.queue.serving.queryOptions(
      { sessionId: eventSessionId },
      {
        enabled: enabled && !isLive,
        staleTime: 0,
        refetchInterval: ({ state }) => state.data?.pollAfterMs ?? ASK_MS,
      },
    ),
  );
  const answer = asked.data && {
    figure: asked.data,
    atMs: asked.dataUpdatedAt + serverNow() - Date.now(),
  };
  const news = isLive || !answer ? pushed : answer;
  const isLost = asked.isError || asked.fetchStatus === "paused";
  const connection: Connection = isLive ? "live" : isLost ? "offline" : "polling";
  return { news, restarted, connection, forget: () => setRestarted(false) };
}
