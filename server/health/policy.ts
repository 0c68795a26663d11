import { type HealthState, healthMachine } from "./machine.ts";

/** A job is missed when it has not succeeded for this many of its periods (docs/spec/operations.md#alerts). */
export const MISSED_PERIODS = 3;

/** A job is failing when this many of its tries in a row failed. */
export const FAILURES_IN_A_ROW = 3;

/** An alert is raised for a message that waits longer than a few of its retries take; the page shows it as late before. */
export const LATE_ALERT_SECONDS = 600;

/** A store that answers slower than this is degraded. */
export const SLOW_MS = 250;

/**
 * What is seen is recorded as worse on the second look, and as better when it has been so for several: a part that comes and
 * goes is told of once.
 */
export const WORSE_AFTER_SECONDS = 20;
export const BETTER_AFTER_SECONDS = 80;

/** Changes that the page lists. */
export const CHANGES_LISTED = 100;

export const levelOf = (state: HealthState): number => healthMachine.states.indexOf(state);

/** The worst of some states. */
export const worst = (states: readonly HealthState[]): HealthState =>
  healthMachine.states[Math.max(0, ...states.map(levelOf))] ?? "CRITICAL";

/** Whether a state is worse (1) or better (-1) than another, or the same (0). */
export const sideOf = (seen: HealthState, recorded: HealthState): number =>
  Math.sign(levelOf(seen) - levelOf(recorded));

/**
 * The state to record.
 * @param seconds - how long worse, or better, states than the recorded one have been seen
 */
export function settledState(recorded: HealthState, seen: HealthState, seconds: number): HealthState {
  const side = sideOf(seen, recorded);
  if (side === 0) return recorded;
  return seconds >= (side > 0 ? WORSE_AFTER_SECONDS : BETTER_AFTER_SECONDS) ? seen : recorded;
}
