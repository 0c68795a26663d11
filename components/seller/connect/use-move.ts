"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { MoveSession, SessionView } from "#server/integration/contract.ts";
import { useTRPC } from "../../trpc/client.ts";

/** Moves a session on. Each call carries the fencing token, so that a call from an earlier lock is refused. */
export function useMove({ id, fencingToken }: SessionView) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const queryKey = trpc.integration.session.queryKey({ id });
  const move = useMutation(
    trpc.integration.move.mutationOptions({
      onSuccess: (session) => queries.setQueryData(queryKey, session),
      onError: () => void queries.invalidateQueries({ queryKey }),
    }),
  );
  const to = (status: MoveSession["status"]) =>
    move.mutate({ id, status, ...(fencingToken !== null && { fencingToken }) });
  return { to, pending: move.isPending, wanted: move.variables?.status, error: move.error };
}
