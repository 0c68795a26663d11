"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { EventSessionId } from "#server/catalog/contract.ts";
import { useTRPC } from "../../trpc/client.ts";
import { loadChooser } from "./load-chooser.ts";

/** Fetches the map's script and the states of its seats while the page still finds out who may choose them. */
export function PrepareMap({ eventSessionId }: { eventSessionId: EventSessionId }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  useEffect(() => {
    void loadChooser();
    void queryClient.prefetchQuery(trpc.holds.seatStates.queryOptions({ id: eventSessionId }));
  }, [trpc, queryClient, eventSessionId]);
  return null;
}
