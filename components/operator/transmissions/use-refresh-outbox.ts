"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client.ts";

/** Has everything that is shown of the outbox, and the alerts that it raises, read anew after an act. */
export function useRefreshOutbox(): () => Promise<unknown> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () =>
    Promise.all(
      [trpc.transmissions.pathKey(), trpc.alerts.pathKey()].map((queryKey) =>
        queryClient.invalidateQueries({ queryKey }),
      ),
    );
}
