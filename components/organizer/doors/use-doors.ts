import { useQueryClient } from "@tanstack/react-query";
import type { z } from "zod";
import type { DoorOverview } from "#server/doors/contract.ts";
import { useTRPC } from "../../trpc/client.ts";

export type Doors = z.output<typeof DoorOverview>;

/** Reads the doors again after a change. */
export function useRefreshDoors() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: trpc.doors.overview.pathKey() });
}
