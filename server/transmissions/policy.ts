import type { Delivered } from "./gateway.ts";
import { transmissionMachine } from "./machine.ts";

/** The states from which a transmission may be sent. */
export const UNSENT = transmissionMachine.sources("SENT");

/** The states in which a transmission keeps later ones of its aggregate back: those that do not end. */
export const BLOCKING = transmissionMachine.states.filter((state) => !transmissionMachine.isEnd(state));

/** Claimed together at most (docs/spec/outbox.md#delivery). */
export const BATCH_SIZE_MAX = 10;

/** Ten seconds for the call, and twenty for everything else. */
export const LEASE_SECONDS = 30;

/** Until the next try, after the first failure, the second and so on (docs/spec/outbox.md#delivery). */
const BACKOFF_MINUTES = [1, 2, 4, 8, 16];

/** The longest wait that a receiver can ask for. */
const RETRY_AFTER_SECONDS_MAX = 24 * 3600;

/** The next state of a transmission that was tried. */
export type NextState =
  | { readonly to: "SENT" }
  | { readonly to: "FAILED"; readonly retryInSeconds: number; readonly counts: boolean }
  | { readonly to: "DEAD" }
  | { readonly to: "RESOLVED" };

/**
 * Evaluates a try: a transmission is tried at 0, 1, 3, 7, 15 and 31 minutes, and dead with the sixth failure, or at once
 * where the receiver will never take it. What is of no use any more is closed.
 * @param failures - how often it failed before this try
 * @param isOwn - whether a failure counts as the message's own: it does not when it only shows that a destination is
 * still away or that this process stops
 */
export function evaluateTry(delivered: Delivered, failures: number, isOwn: boolean): NextState {
  if (delivered.outcome === "sent") return { to: "SENT" };
  if (delivered.outcome === "unwanted") return { to: "RESOLVED" };
  if (!isOwn) return { to: "FAILED", retryInSeconds: 0, counts: false };
  const backoffMinutes = BACKOFF_MINUTES[failures];
  if (delivered.outcome === "permanent" || backoffMinutes === undefined) return { to: "DEAD" };
  const asked = Math.min(delivered.retryAfterSeconds ?? 0, RETRY_AFTER_SECONDS_MAX);
  return { to: "FAILED", retryInSeconds: Math.max(backoffMinutes * 60, asked), counts: true };
}

/** Failures in a row after which a destination is paused: more than one message can have by itself. */
export const CIRCUIT_FAILURES_MAX = 20;

/** How often one message goes out to see whether a paused destination is back. */
export const PROBE_SECONDS = 30;

/** Whether a try shows that the destination is down. A refusal of one message is an answer. */
export const isDown = ({ outcome }: Delivered): boolean =>
  !["sent", "permanent", "unwanted"].includes(outcome);
