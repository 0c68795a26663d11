"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/client.ts";

/** Adds members to departments and removes them, and reads the departments again. */
export function useMembers() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const onSettled = () => queries.invalidateQueries({ queryKey: trpc.notifications.pathKey() });
  const add = useMutation(trpc.notifications.addMember.mutationOptions({ onSettled }));
  const remove = useMutation(trpc.notifications.removeMember.mutationOptions({ onSettled }));
  return { add, remove };
}
