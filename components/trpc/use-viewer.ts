"use client";
import { useQuery } from "@tanstack/react-query";
import { useHydrated } from "../ui/use-hydrated.ts";
import { useTRPC, useTRPCClient } from "./client.ts";
import { refreshAccess } from "./refresh-link.ts";

/** Whether a login existed in this browser: without one, a refresh cannot succeed and is skipped. */
const hint = "seonchak.known";

/**
 * The person who is logged in: undefined while unknown, null for none. The access cookie expires with its token, so that
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
  });
  // A component that hydrates late must first render as on the server, although the answer may have arrived already.
  const awake = useHydrated();
  return awake ? { data: viewer.data, isPending: viewer.isPending } : { data: undefined, isPending: true };
}

export const forgetViewer = (): void => localStorage.removeItem(hint);
