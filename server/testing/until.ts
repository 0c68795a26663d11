import { setTimeout as pause } from "node:timers/promises";
import { patient } from "./patience.ts";

const POLL_MS = 10;

/**
 * Waits for a fact instead of for time: asks `check` until it answers something truthy, and gives that back.
 * @param timeoutMs - how long to ask, times the patience of this run; then the last failure of `check` is thrown, or that it never came true
 */
export async function until<T>(
  check: () => T | Promise<T>,
  { timeoutMs = 5000 }: { readonly timeoutMs?: number } = {},
): Promise<T> {
  const deadline = performance.now() + patient(timeoutMs);
  let failure: unknown;
  for (;;) {
    try {
      const value = await check();
      if (value) return value;
      failure = new Error(`not true within ${patient(timeoutMs)} ms: ${check}`);
    } catch (error) {
      failure = error;
    }
    if (performance.now() >= deadline) throw failure;
    await pause(POLL_MS);
  }
}
