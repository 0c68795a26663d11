"use client";
import { skipToken, useQuery, useQueryClient } from "@tanstack/react-query";
import type { EventId } from "#server/catalog/contract.ts";
import { useTRPC } from "../trpc/client.ts";

interface Reading {
  /** How often it is read again; never while someone fills in a form made of it. */
  everyMs?: number | false;
}

/** An event with its event sessions, as those who run it see it; nothing is read where there is no id. */
export function useManagedEvent(eventId: EventId | undefined, { everyMs = false }: Reading = {}) {
  const trpc = useTRPC();
  return useQuery(
    trpc.catalog.getManagedEvent.queryOptions(eventId ? { eventId } : skipToken, {
      staleTime: 0,
      refetchInterval: everyMs,
      refetchOnWindowFocus: everyMs !== false,
      refetchOnReconnect: everyMs !== false,
    }),
  );
}

/** Has everything about events read again after a change. */
export function useRefreshEvents() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return () =>
    Promise.all(
      [trpc.catalog.pathKey(), trpc.cancellations.pathKey()].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    );
}
