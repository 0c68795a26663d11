"use client";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { EventSessionId } from "#server/catalog/contract.ts";
import type { SeatMapDrawing } from "#server/seat-maps/contract.ts";
import { hallOf } from "../../seat-map/hall.ts";
import { drawingAddress } from "./drawing-address.ts";

/** The hall of an event session, which the browser keeps under its version. */
export function useHall(eventSessionId: EventSessionId, version: string) {
  const address = drawingAddress(eventSessionId, version);
  const drawing = useQuery({
    queryKey: ["drawing", address],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }): Promise<SeatMapDrawing> => {
      const answer = await fetch(address, { signal });
      const body = await answer.json();
      if (!answer.ok) throw body;
      return body;
    },
  });
  const hall = useMemo(() => drawing.data && hallOf(drawing.data), [drawing.data]);
  return { hall, error: drawing.error, retry: drawing.refetch };
}
