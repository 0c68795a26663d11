"use client";
import { useQuery } from "@tanstack/react-query";
import type { HoldId } from "#server/holds/contract.ts";
import { useTRPC } from "../../trpc/client.ts";

/** How often a page of the purchase asks for changes by another tab, the clock or the payment company. */
const POLL_MS = 2000;

/** A hold with what became of it, read again while the page is open. */
export function usePurchase(holdId: HoldId) {
  const trpc = useTRPC();
  return useQuery(
    trpc.checkout.purchase.queryOptions({ holdId }, { staleTime: 0, refetchInterval: POLL_MS }),
  );
}
