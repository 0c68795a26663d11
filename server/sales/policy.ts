import type { SaleFigures } from "./contract.ts";
import type { HistoryRange } from "./values.ts";

/** A sample is taken once in this time. */
export const SAMPLE_SECONDS = 10;
const MINUTE = 60;
const QUARTER = 15 * MINUTE;
const DAY = 86_400;

/** Of samples older than so many seconds one in so many is kept; in the end none is. */
export const THINNING = [
  { olderThan: 3600, keptEach: MINUTE },
  { olderThan: 2 * DAY, keptEach: QUARTER },
  { olderThan: 400 * DAY, keptEach: null },
] as const;

/** The most points of a chart. More could not be distinguished. */
const POINTS_MAX = 150;

/**
 * What a chart shows.
 * @param seconds - how long the sale has been open
 * @returns how far back it begins and how long each of its steps is, in seconds
 */
export function stepsOf(
  range: HistoryRange,
  seconds: number,
): { readonly back: number; readonly step: number } {
  switch (range) {
    case "minutes":
      return { back: QUARTER, step: SAMPLE_SECONDS };
    case "day":
      return { back: DAY, step: 10 * MINUTE };
    case "whole":
      return { back: seconds, step: Math.max(MINUTE, Math.ceil(seconds / POINTS_MAX / MINUTE) * MINUTE) };
  }
}

type Moment = Pick<SaleFigures, "sold"> & {
  readonly queue: { readonly issued: number; readonly entries: number } | null;
};

/**
 * What happened between two moments, a minute.
 * @param seconds - how far they lie apart
 * @returns people are null where either queue is unknown, or where it began again in between
 */
export function ratesOf(before: Moment, now: Moment, seconds: number) {
  const perMinute = (count: number) => Math.max(0, Math.round((count * MINUTE) / seconds));
  const people = (name: "issued" | "entries") =>
    before.queue && now.queue && now.queue[name] >= before.queue[name]
      ? perMinute(now.queue[name] - before.queue[name])
      : null;
  return { joined: people("issued"), letIn: people("entries"), sold: perMinute(now.sold - before.sold) };
}
