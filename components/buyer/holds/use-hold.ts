"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { EventSessionId } from "#server/catalog/contract.ts";
import type { SeatId } from "#server/seats/contract.ts";
import { useTRPC, useTRPCClient } from "../../trpc/client.ts";
import { useAct } from "../../trpc/use-act.ts";
import { useIdempotencyKey } from "../../trpc/use-idempotency-key.ts";
import { useSeatsRefresh } from "../seats/use-seats-refresh.ts";
import { keepWish } from "./wished-quantity.ts";

/** So many tickets of counted stock, or these seats. */
export type HoldWish = { readonly quantity: number } | { readonly seatIds: SeatId[] };

/** Holds tickets and opens their checkout. Call `renew` when the request differs from the previous one. */
export function useHold(eventSessionId: EventSessionId, onHeld?: () => void) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const router = useRouter();
  const queryClient = useQueryClient();
  const intent = useIdempotencyKey();
  const lookAgain = useSeatsRefresh(eventSessionId);
  const hold = useAct({
    send: (wish: HoldWish & { readonly queueToken: string }) => {
      if ("quantity" in wish) keepWish(eventSessionId, wish.quantity);
      return client.checkout.hold.mutate(
        { sessionId: eventSessionId, ...wish },
        { context: { idempotencyKey: intent.key() } },
      );
    },
    lookUp: () => client.holds.active.query({ sessionId: eventSessionId }),
    onSuccess: ({ holdId }) => {
      onHeld?.();
      // The hold used the turn, so that the queue's page must not announce it again.
      queryClient.setQueryData(
        trpc.queue.mine.queryKey({ sessionId: eventSessionId }),
        (place) => place && { ...place, allowed: false },
      );
      queryClient.removeQueries({ queryKey: trpc.queue.status.queryKey() });
      router.replace(`/checkout/${holdId}`);
    },
    onError: (error) => {
      intent.settle(error);
      lookAgain();
    },
  });
  return { ...hold, renew: intent.renew };
}
