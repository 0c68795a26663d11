"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import type { IntegrationSessionId } from "#server/integration/contract.ts";
import { useTRPC } from "../trpc/client.ts";

/** Between pushes that may be lost, it is asked for now and then. */
const EVERY_MS = 5000;

/** A session as it is now, followed by pushes: in this tab, in another, or on another device. */
export function useSession(id: IntegrationSessionId) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const options = trpc.integration.session.queryOptions(
    { id },
    { refetchInterval: EVERY_MS, staleTime: 0, retry: 1 },
  );
  useSubscription(
    trpc.integration.watch.subscriptionOptions(
      { id },
      { onData: (session) => queries.setQueryData(options.queryKey, session) },
    ),
  );
  return useQuery(options);
}
