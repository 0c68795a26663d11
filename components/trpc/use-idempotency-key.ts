"use client";
import { useCallback, useRef } from "react";

/**
 * One key per intent: a repeated press, a retry and a lost answer all send the same key, so that the server acts once.
 * Call `renew` when the buyer wants something new: after a success, or after changing what is asked for.
 * @example mutationOptions({ trpc: { context: { idempotencyKey: intent.key() } } })
 */
export function useIdempotencyKey() {
  const kept = useRef<string | null>(null);
  const key = useCallback(() => {
    kept.current ??= crypto.randomUUID();
    return kept.current;
  }, []);
  const renew = useCallback(() => {
    kept.current = null;
  }, []);
  return { key, renew };
}
