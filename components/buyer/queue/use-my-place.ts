"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { EventSessionId } from "#server/catalog/contract.ts";
import { useTRPC, useTRPCClient } from "../../trpc/client.ts";

/** How long after the queue did not answer it is asked again. */
const ASK_AGAIN_MS = 5000;

type MyPlace = Awaited<ReturnType<ReturnType<typeof useTRPCClient>["queue"]["mine"]["query"]>>;

/** The place that the person has, in whichever tab or device they took it; null for none. Looking takes none. */
export function useMyPlace(eventSessionId: EventSessionId) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const queryKey = trpc.queue.mine.queryKey({ sessionId: eventSessionId });
  return useQuery<MyPlace>({
    queryKey,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.status === "error" ? ASK_AGAIN_MS : false),
    queryFn: async ({ signal }) =>
      (await client.queue.mine.query({ sessionId: eventSessionId }, { signal })) ??
      over(queryClient.getQueryData<MyPlace>(queryKey)),
  });
}

/** A place that is over stays known here, so that the queue can still be asked how it ended; it admits nobody. */
const over = (place: MyPlace | undefined): MyPlace => (place ? { ...place, allowed: false } : null);
