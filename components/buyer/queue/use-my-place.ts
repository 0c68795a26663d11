"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { EventSessionId } from "#server/catalog/contract.ts";
import { useTRPC, useTRPCClient } from "../../trpc/client.ts";

/** The wait before another request when the queue did not answer. */
const ASK_AGAIN_MS = 5000;

type MyPlace = Awaited<ReturnType<ReturnType<typeof useTRPCClient>["queue"]["mine"]["query"]>>;

/** The person's place, from any tab or device; null for none. Asking does not take a place. */
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

/** A place that has ended is kept, so that the page can ask how it ended; it admits no longer. */
const over = (place: MyPlace | undefined): MyPlace => (place ? { ...place, allowed: false } : null);
