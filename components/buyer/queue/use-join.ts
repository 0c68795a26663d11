"use client";
import { useQueryClient } from "@tanstack/react-query";
import type { EventSessionId } from "#server/catalog/contract.ts";
import type { Place } from "#server/queue/contract.ts";
import { useTRPC, useTRPCClient } from "../../trpc/client.ts";
import { useAct } from "../../trpc/use-act.ts";

/**
 * Takes a place in a queue. Only ever called by a press, or by the opening that a person consented to wait for: a page
 * that is opened, reloaded, restored or gone back to shows the place there is and takes none.
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
