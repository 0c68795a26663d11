"use client";
import { useQueryClient } from "@tanstack/react-query";
import type { EventSessionId } from "#server/catalog/contract.ts";
import type { Place } from "#server/queue/contract.ts";
import { useTRPC, useTRPCClient } from "../../trpc/client.ts";
import { useAct } from "../../trpc/use-act.ts";

/**
 * Takes a place in a queue. It is called by a press, or at the opening after consent; a page that is opened, reloaded,
 * restored or returned to shows an existing place and takes none.
 */
export function useJoin(eventSessionId: EventSessionId, onJoined?: () => void) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  return useAct<Place>({
    send: () => client.queue.join.mutate({ sessionId: eventSessionId }),
    lookUp: () => client.queue.mine.query({ sessionId: eventSessionId }),
    onSuccess: (place) => {
      queryClient.setQueryData(trpc.queue.mine.queryKey({ sessionId: eventSessionId }), place);
      onJoined?.();
    },
  });
}
