"use client";
import { useQueryClient } from "@tanstack/react-query";
import type { EventSessionId } from "#server/catalog/contract.ts";
import { useTRPC } from "../../trpc/client.ts";

/** Has the page read the seats again: someone may have been quicker. */
export function useSeatsRefresh(eventSessionId: EventSessionId): () => void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return () => {
    for (const { queryKey } of [trpc.holds.seats, trpc.holds.seatStates])
      void queryClient.invalidateQueries({ queryKey: queryKey({ id: eventSessionId }) });
  };
}
