"use client";
import { useQuery } from "@tanstack/react-query";
import { Health } from "#server/health/contract.ts";

const EVERY_MS = 5000;
/** Longer than the server waits for a part that does not answer. */
const ANSWER_MS = 10_000;

/**
 * The health as anyone may read it. It is asked for without the login, which cannot be checked while Redis is away, so that
 * the page says so instead of failing with it.
 */
export function useLiveHealth() {
  return useQuery({
    queryKey: ["live-health"],
    queryFn: async () => {
      const init: RequestInit = {
        credentials: "omit",
        cache: "no-store",
        signal: AbortSignal.timeout(ANSWER_MS),
      };
      return Health.parse(await (await fetch("/api/health", init)).json());
    },
    refetchInterval: EVERY_MS,
    staleTime: 0,
    retry: false,
  });
}
