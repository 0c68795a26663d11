"use client";
import { useCallback, useRef } from "react";
import { type Refusal, readRefusal, UNANSWERED } from "../errors/refusal.ts";
import { randomId } from "../http/random-id.ts";

/** After these the outcome is unknown, so that only the same key makes a repetition safe. */
const UNSETTLED: readonly Refusal["reason"][] = [
  ...UNANSWERED,
  "internal",
  "unavailable",
  "idempotency_in_progress",
];

/**
 * One key per intent: a repeated press, a retry and a lost answer all send the same key, so that the server acts once.
 * Call `renew` when the buyer wants something new: after a success, or after changing what is asked for.
 * `settle` does so after a refusal that is final.
 * @example client.checkout.hold.mutate(input, { context: { idempotencyKey: intent.key() } })
 */
export function useIdempotencyKey() {
  const kept = useRef<string | null>(null);
  const key = useCallback(() => {
    kept.current ??= randomId();
    return kept.current;
  }, []);
  const renew = useCallback(() => {
    kept.current = null;
  }, []);
  const settle = useCallback((error: unknown) => {
    if (!UNSETTLED.includes(readRefusal(error).reason)) kept.current = null;
  }, []);
  return { key, renew, settle };
}
