"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { SeatMapId } from "#server/seat-maps/contract.ts";
import { useTRPC } from "../../trpc/client.ts";

/** A map with its seats. It is read when its page opens and when it is asked for, never while someone edits it. */
export function useSeatMap(seatMapId: SeatMapId) {
  const trpc = useTRPC();
  return useQuery(
    trpc.seatMaps.get.queryOptions(
      { seatMapId },
      {
        ...{ staleTime: Number.POSITIVE_INFINITY, gcTime: 0 },
        ...{ refetchOnWindowFocus: false, refetchOnReconnect: false },
      },
    ),
  );
}

/** Has the lists of maps read again after a change. */
export function useRefreshSeatMaps() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: trpc.seatMaps.list.pathKey() });
}
