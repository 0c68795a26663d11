import type { Outcome } from "./contract.ts";
import type { Answer, FunctionConfig } from "./gateways/inngest.ts";

/** The pauses before a failed run is tried again: the table of Inngest's own server. */
const BACKOFF_SECONDS = [15, 30, 60, 120, 300, 600, 1200, 2400, 3600, 7200];

/** Whether an event of this name starts a run of the function. */
export const isTriggeredBy = ({ triggers }: FunctionConfig, name: string): boolean =>
  triggers.some(({ event }) => event === name);

/**
 * A due time that was written before the clock was set back moves back with the clock, so that the run waits as long
 * as it still had to.
 */
export function setBack(dueAt: Date, savedAt: Date, now: Date): Date {
  const aheadMs = savedAt.getTime() - now.getTime();
  return aheadMs > 0 ? new Date(dueAt.getTime() - aheadMs) : dueAt;
}

/**
 * What the app's answer makes of a run.
 * @param attempt - how often the run has failed before
 * @param retries - how often it may be tried again
 */
export function outcomeOf(answer: Answer, attempt: number, retries: number, now: Date): Outcome {
  if (answer.kind === "done") return { kind: "completed" };
  if (!answer.retryable || attempt >= retries) return { kind: "failed", error: answer.error };
  const seconds = BACKOFF_SECONDS[Math.min(attempt, BACKOFF_SECONDS.length - 1)] ?? 0;
  return { kind: "retry", dueAt: new Date(now.getTime() + (answer.retryInMs ?? seconds * 1000)) };
}
