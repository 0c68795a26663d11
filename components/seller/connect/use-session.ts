"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import type { IntegrationSessionId } from "#server/integration/contract.ts";
import { useTRPC } from "../../trpc/client.ts";
import { useReopening } from "../../trpc/use-reopening.ts";
import { useStreamLease } from "../../trpc/use-stream-lease.ts";

/** How often a page asks that is told nothing, and one that is, for a push that was lost. */
const ASK_MS = 3000;
const ASK_STREAMING_MS = 30_000;

/** A session as it is now: pushed to the tab that streams, and asked for by the others. */
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
