"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import type { IntegrationSessionId } from "#server/integration/contract.ts";
import { useTRPC } from "../../trpc/client.ts";
import { useReopening } from "../../trpc/use-reopening.ts";
import { useStreamLease } from "../../trpc/use-stream-lease.ts";

/** Polling intervals: of a tab without a stream, and of one with a stream, in case a push was lost. */
const ASK_MS = 3000;
const ASK_STREAMING_MS = 30_000;

/** The current session: the tab that streams receives pushes, and other tabs poll. */
export function useSession(id: IntegrationSessionId) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const { queryKey } = trpc.integration.session.queryOptions({ id });
  const mayStream = useStreamLease(true);
  const stream = useSubscription(
    trpc.integration.watch.subscriptionOptions(
      { id },
      { enabled: mayStream, onData: (session) => queries.setQueryData(queryKey, session) },
    ),
  );
  useReopening(stream);
  const isLive = mayStream && stream.status === "pending";
  return useQuery(
    trpc.integration.session.queryOptions(
      { id },
      { refetchInterval: isLive ? ASK_STREAMING_MS : ASK_MS, staleTime: 0, retry: 1 },
    ),
  );
}
