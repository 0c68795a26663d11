"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { SeatId } from "#server/seats/contract.ts";
import { useTRPC, useTRPCClient } from "../../trpc/client.ts";
import { useAct } from "../../trpc/use-act.ts";
import { useSeatsRefresh } from "../seats/use-seats-refresh.ts";
import type { PurchaseView } from "./purchase-view.ts";

const nothing = () => {};

/** Gives a hold other seats and goes back to its checkout. */
export function useChangeSeats({ holdId, sessionId: eventSessionId }: PurchaseView) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const router = useRouter();
  const queryClient = useQueryClient();
  const lookAgain = useSeatsRefresh(eventSessionId);
  const change = useAct<unknown, readonly SeatId[]>({
    send: (seatIds) => client.holds.changeSeats.mutate({ holdId, seatIds: [...seatIds] }),
    lookUp: async (seatIds) => {
      const { seats } = await client.checkout.purchase.query({ holdId });
      const isDone = seats.length === seatIds.length && seats.every(({ id }) => seatIds.includes(id));
      return isDone ? seats : null;
    },
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: trpc.checkout.purchase.queryKey({ holdId }) });
      router.replace(`/checkout/${holdId}`);
    },
    onError: lookAgain,
  });
  // The request names the seats that there shall be: repeated, it changes nothing, and it needs no key.
  return { ...change, renew: nothing };
}
