interface Sample {
  readonly offsetMs: number;
  readonly roundTripMs: number;
}

/** How far the server's clock is ahead of this device's, from the best answer seen so far. */
let best: Sample | null = null;
const listeners = new Set<() => void>();

/**
 * Takes one answer as a measurement. The answer with the shortest round trip says most about the clock, so a slower
 * one is ignored.
 * @param serverTimeMs - what the server's clock said: a Date header, or a time in the body
 */
export function observeServerTime({
  serverTimeMs,
  sentAtMs,
  receivedAtMs,
}: {
  serverTimeMs: number;
  sentAtMs: number;
  receivedAtMs: number;
}): void {
  if (!Number.isFinite(serverTimeMs)) return;
  const roundTripMs = receivedAtMs - sentAtMs;
  if (best && roundTripMs >= best.roundTripMs) return;
  best = { offsetMs: serverTimeMs - (sentAtMs + roundTripMs / 2), roundTripMs };
  for (const listener of listeners) listener();
}

export function subscribeToOffset(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const serverOffsetMs = (): number => best?.offsetMs ?? 0;

/** The server's time now, as well as this device can tell. */
export const serverNow = (): number => Date.now() + serverOffsetMs();
