import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "../trpc/client.ts";

/** Reads everything about parcels again, after something was done with one. */
export function useRefresh(): () => Promise<void> {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: trpc.reports.pathKey() });
}
