"use client";
import { useTRPCClient } from "./client.ts";
import { refreshAccess } from "./refresh-link.ts";

/**
 * Has the access token renewed if it has expired, before a request that goes past tRPC's client: a download, which the
 * browser makes itself, or an upload.
 */
export function useFreshAccess(): () => Promise<void> {
  const client = useTRPCClient();
  return async () => {
    if (!(await client.auth.me.query({}).catch(() => null))) await refreshAccess().catch(() => false);
  };
}
