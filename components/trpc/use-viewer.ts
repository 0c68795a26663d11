"use client";
import { useQuery } from "@tanstack/react-query";
import { useHydrated } from "../ui/use-hydrated.ts";
import { useTRPC, useTRPCClient } from "./client.ts";
import { refreshAccess } from "./refresh-link.ts";

/** Whether somebody was logged in here before: strangers are spared a refresh that cannot succeed. */
const hint = "seonchak.known";

/**
 * Who is looking at the page: undefined while unknown, null for nobody. The access cookie leaves the browser with
 * its token, so "nobody" may only mean that it is time to refresh.
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
  });
  // A part of the page that wakes up late must begin as the server drew it, though the answer may be here by then.
  const awake = useHydrated();
  return awake ? { data: viewer.data, isPending: viewer.isPending } : { data: undefined, isPending: true };
}

export const forgetViewer = (): void => localStorage.removeItem(hint);
