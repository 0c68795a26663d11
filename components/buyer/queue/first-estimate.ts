import type { WaitRange } from "#server/queue/contract.ts";

/** What the queue first said about a person's wait, and when, in milliseconds of the server's clock. */
export interface FirstEstimate extends WaitRange {
  readonly atMs: number;
}

/** Seconds after which the first estimate is worth comparing with the present one. */
const WORTH_COMPARING = 60;

/**
 * How a wait goes compared with what was said first.
 * @param nowMs - milliseconds of the server's clock
 * @returns null while both were made in the same minute
 */
export function compareWithFirst(
  first: FirstEstimate,
  wait: WaitRange,
  nowMs: number,
): "sooner" | "as_said" | "later" | null {
  const passed = (nowMs - first.atMs) / 1000;
  if (passed < WORTH_COMPARING) return null;
  if (passed + wait.max < first.min) return "sooner";
  return passed + wait.min > first.max ? "later" : "as_said";
}

/** The moments between which the turn comes. */
export const momentsOf = ({ min, max }: WaitRange, fromMs: number) => ({
  from: new Date(fromMs + min * 1000),
  until: new Date(fromMs + max * 1000),
});

/** A place of a later queue of the same event session has another number. */
const keyOf = (eventSessionId: string, number: number) => `first-estimate:${eventSessionId}:${number}`;

/** What was said first, which this tab keeps over a reload; `wait` becomes it where nothing was said yet. */
export function firstEstimateOf(
  eventSessionId: string,
  number: number,
  wait: WaitRange,
  nowMs: number,
): FirstEstimate {
  const key = keyOf(eventSessionId, number);
  const kept = sessionStorage.getItem(key);
  if (kept) return JSON.parse(kept) as FirstEstimate;
  const first = { ...wait, atMs: nowMs };
  sessionStorage.setItem(key, JSON.stringify(first));
  return first;
}
