"use client";
import { hashKey, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { forgetTicketsOfOthers } from "../offline/kept-tickets.ts";
import { useHydrated } from "../ui/use-hydrated.ts";
import { useTRPC, useTRPCClient } from "./client.ts";
import { useDrawn } from "./drawn.tsx";
import { forgetOlderHint, mayBeKnown } from "./known-viewer.ts";
import { refreshAccess } from "./refresh-link.ts";

/** Who the person is, is asked again this often while it cannot be read. */
const AGAIN_MS = 5000;

/**
 * The person who is logged in: undefined while unknown or where that could not be read (`error`), null for none. The access cookie expires with its token, so that
 * "none" may only mean that a refresh is due.
 */
export function useViewer() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const queryKey = trpc.auth.me.queryKey({});
  const viewer = useQuery({
    queryKey,
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const ask = () => client.auth.me.query({}, { signal });
      const before = queryClient.getQueryData(queryKey);
      const now = (await ask()) ?? (mayBeKnown() && (await refreshAccess()) ? await ask() : null);
      if (now === null) forgetOlderHint();
      // Another person logged in, in another tab: what was asked for the one before is none of theirs.
      else if (before && before.id !== now.id)
        void queryClient.resetQueries({ predicate: ({ queryHash }) => queryHash !== hashKey(queryKey) });
      return now;
    },
    // It is asked again by itself, and the page says meanwhile what does not answer.
    retry: 1,
    refetchInterval: ({ state }) => (state.status === "error" ? AGAIN_MS : false),
  });
  useEffect(() => {
    if (viewer.data !== undefined) forgetTicketsOfOthers(viewer.data?.id ?? null);
  }, [viewer.data]);
  // A component that hydrates late must first render as on the server, although the answer may have arrived already.
  const awake = useHydrated();
  const drawn = useDrawn()?.viewer;
  return awake
    ? { data: viewer.data, isPending: viewer.isPending, error: viewer.data ? null : viewer.error }
    : { data: drawn, isPending: drawn === undefined, error: null };
}
