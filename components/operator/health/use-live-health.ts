"use client";
import { useQuery } from "@tanstack/react-query";
import type { Health } from "#server/health/contract.ts";
import { CHECKS } from "#server/health/values.ts";

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
      const answer: Partial<Health> = await (await fetch("/api/health", init)).json();
      if (!isHealth(answer)) throw new Error("the answer is no health");
      return answer;
    },
    refetchInterval: EVERY_MS,
    staleTime: 0,
    retry: false,
  });
}

/** A proxy in front of the shop may answer with JSON of its own. */
const isHealth = (answer: Partial<Health>): answer is Health =>
  answer.status !== undefined && CHECKS.every((name) => answer.checks?.[name] !== undefined);
