"use client";
import { useQuery } from "@tanstack/react-query";
import { useHydrated } from "../ui/use-hydrated.ts";
import { useTRPC, useTRPCClient } from "./client.ts";
import { useDrawn } from "./drawn.tsx";
import { refreshAccess } from "./refresh-link.ts";

/** Whether a login existed in this browser: without one, a refresh cannot succeed and is skipped. */
const hint = "seonchak.known";
/** Who the person is, is asked again this often while it cannot be read. */
const AGAIN_MS = 5000;

/**
 * The person who is logged in: undefined while unknown or where that could not be read (`error`), null for none. The access cookie expires with its token, so that
 * "none" may only mean that a refresh is due.
 */
export function useViewer() {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const viewer = useQuery({
    queryKey: trpc.auth.me.queryKey({}),
    staleTime: 60_000,
    queryFn: async ({ signal }) => {
      const known = await client.auth.me.query({}, { signal });
      const viewer =
        known ??
        (localStorage.getItem(hint) && (await refreshAccess())
          ? await client.auth.me.query({}, { signal })
          : null);
      if (viewer) localStorage.setItem(hint, "1");
      else forgetViewer();
      return viewer;
    },
    // It is asked again by itself, and the page says meanwhile what does not answer.
    retry: 1,
    refetchInterval: ({ state }) => (state.status === "error" ? AGAIN_MS : false),
  });
  // A component that hydrates late must first render as on the server, although the answer may have arrived already.
  const awake = useHydrated();
  const drawn = useDrawn()?.viewer;
  return awake
    ? { data: viewer.data, isPending: viewer.isPending, error: viewer.data ? null : viewer.error }
    : { data: drawn, isPending: drawn === undefined, error: null };
}

export const forgetViewer = (): void => localStorage.removeItem(hint);
