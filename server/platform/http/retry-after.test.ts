import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { readRetryAfter } from "./retry-after.ts";

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-10-21T07:28:00Z") });
});
afterEach(() => {
  vi.useRealTimers();
});

it.each([
  ["7", 7000],
  [" 120 ", 120_000],
  ["0", 0],
  ["Wed, 21 Oct 2026 07:28:30 GMT", 30_000],
  ["2026-10-21T07:28:00.250Z", 250],
  ["Wed, 21 Oct 2015 07:28:00 GMT", 0],
  ["soon", undefined],
  ["-5", undefined],
  ["1.5", undefined],
  ["2026", 2_026_000],
  ["", undefined],
  [null, undefined],
  [undefined, undefined],
])("%j means %j ms", (header, ms) => {
  expect(readRetryAfter(header)).toBe(ms);
});
