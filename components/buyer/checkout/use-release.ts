"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import type { HoldId } from "#server/holds/contract.ts";
import { useTRPC, useTRPCClient } from "../../trpc/client.ts";
import { useAct } from "../../trpc/use-act.ts";

/** Releases the hold and leaves the page. */
export function useRelease(holdId: HoldId, nextHref: string) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const router = useRouter();
  const queryClient = useQueryClient();
  return useAct<unknown>({
    send: () => client.holds.release.mutate({ holdId }),
    lookUp: async () => {
      const purchase = await client.checkout.purchase.query({ holdId });
      return purchase.status === "ACTIVE" ? null : purchase;
    },
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: trpc.checkout.underWay.queryKey() });
      router.replace(nextHref);
    },
  });
}
