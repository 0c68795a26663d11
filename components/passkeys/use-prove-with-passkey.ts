"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC, useTRPCClient } from "../trpc/client.ts";
import { askPasskey } from "./web-authn.ts";

/** Proves with a passkey that it is the person who acts now. */
export function useProveWithPasskey(onProved?: () => void) {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const answer = await askPasskey(await client.auth.beginPasskeyProof.mutate({}));
      await client.auth.proveWithPasskey.mutate({ answer });
    },
    onSuccess: () => {
      // What an operator may do depends on it.
      void queries.invalidateQueries({ queryKey: trpc.auth.pathKey() });
      onProved?.();
    },
  });
}
