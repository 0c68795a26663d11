import { useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client.ts";

/** Reads the guest list again after a change. */
export function useRefreshGuests() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: trpc.guests.list.pathKey() });
}
