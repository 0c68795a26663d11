"use client";
import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "../trpc/client.ts";

/** Marks notifications read: one, or all. @param onRead - called once they are */
export function useRead(onRead: () => void) {
  const trpc = useTRPC();
  const one = useMutation(trpc.notifications.read.mutationOptions({ onSettled: onRead }));
  const all = useMutation(trpc.notifications.readAll.mutationOptions({ onSettled: onRead }));
  return { one, all };
}
