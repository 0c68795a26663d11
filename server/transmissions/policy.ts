import type { Delivered } from "./gateway.ts";

/** Claimed together at most (docs/spec/outbox.md#delivery). */
export const BATCH_SIZE_MAX = 10;

/** Ten seconds for the call and twice as long for everything else. */
export const LEASE_SECONDS = 30;

/** Until the next try, after the first failure, the second and so on (docs/spec/outbox.md#delivery). */
const BACKOFF_MINUTES = [1, 2, 4, 8, 16];

/** However long a receiver asks to be left alone. */
const RETRY_AFTER_SECONDS_MAX = 24 * 3600;

/** What becomes of a transmission that was tried. */
export type Verdict =
  | { readonly to: "SENT" }
  | { readonly to: "FAILED"; readonly retryInSeconds: number; readonly counts: boolean }
  | { readonly to: "DEAD" };

/**
 * Decides what follows from a try: tries at 0, 1, 3, 7, 15 and 31 minutes, dead with the sixth failure, or at once
 * where the receiver will never take it.
 * @param failures - how often it failed before this try
 * @param isOwn - whether a failure would be the message's own: it is not when it only shows that a destination is still
 * away or that this process stops
 */
export function verdictOn(delivered: Delivered, failures: number, isOwn: boolean): Verdict {
  if (delivered.outcome === "sent") return { to: "SENT" };
  if (!isOwn) return { to: "FAILED", retryInSeconds: 0, counts: false };
  const backoffMinutes = BACKOFF_MINUTES[failures];
  if (delivered.outcome === "permanent" || backoffMinutes === undefined) return { to: "DEAD" };
  const asked = Math.min(delivered.retryAfterSeconds ?? 0, RETRY_AFTER_SECONDS_MAX);
  return { to: "FAILED", retryInSeconds: Math.max(backoffMinutes * 60, asked), counts: true };
}

/** Failures in a row after which a destination is left alone. More than one message can have by itself. */
export const CIRCUIT_FAILURES_MAX = 20;

/** One message goes out this often to see whether a destination that was paused is back. */
export const PROBE_SECONDS = 30;

/** Whether a failure is the destination's own: it was not there, or not well. A refusal of one message is an answer. */
export const isDown = ({ outcome }: Delivered): boolean => outcome !== "sent" && outcome !== "permanent";
