"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useCallback, useEffect, useRef } from "react";
import { useTRPC } from "../trpc/client.ts";
import { useReopening } from "../trpc/use-reopening.ts";
import { useStreamLease } from "../trpc/use-stream-lease.ts";

/** Polling intervals: of a tab without a stream, and of one with a stream, in case a push was lost. */
const ASK_MS = 30_000;
const ASK_STREAMING_MS = 120_000;

/** The channel between the tabs of a browser: what one of them hears or does, the others look at too. */
const TABS = "seonchak.notifications";

/**
 * How many notifications the person has not read. The tab that streams hears of each change and tells the other tabs, so
 * that one stream a browser is enough.
 * @returns the count, and what reads it and the lists again, in every tab
 */
export function useUnread() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const tabs = useRef<BroadcastChannel | null>(null);
  const look = useCallback(
    () => void queries.invalidateQueries({ queryKey: trpc.notifications.pathKey() }),
    [queries, trpc],
  );
  useEffect(() => {
    const channel = new BroadcastChannel(TABS);
    channel.onmessage = look;
    tabs.current = channel;
    return () => channel.close();
  }, [look]);
  const tellTabs = useCallback(() => tabs.current?.postMessage(null), []);
  const lookEverywhere = useCallback(() => {
    look();
    tellTabs();
  }, [look, tellTabs]);
  const mayStream = useStreamLease(true, "bell");
  const stream = useSubscription(
    trpc.notifications.watch.subscriptionOptions(
      {},
      {
        enabled: mayStream,
        onData: (unread) => {
          queries.setQueryData(trpc.notifications.unread.queryKey({}), unread);
          void queries.invalidateQueries({ queryKey: trpc.notifications.mine.pathKey() });
          tellTabs();
        },
      },
    ),
  );
  useReopening(stream);
  const isLive = mayStream && stream.status === "pending";
  const { data } = useQuery(
    trpc.notifications.unread.queryOptions(
      {},
      { refetchInterval: isLive ? ASK_STREAMING_MS : ASK_MS, staleTime: 0 },
    ),
  );
  return { unread: data?.unread ?? 0, lookEverywhere };
}
