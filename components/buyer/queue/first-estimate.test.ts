import { expect, it } from "vitest";
import { compareWithFirst, momentsOf } from "./first-estimate.ts";

const FIRST = { min: 300, max: 600, atMs: 1_000_000 };
const at = (seconds: number) => FIRST.atMs + seconds * 1000;

it.each([
  ["nothing within the first minute", 59, { min: 900, max: 1200 }, null],
  ["as said while the two ranges meet", 120, { min: 180, max: 480 }, "as_said"],
  ["as said when it ends on the last second", 120, { min: 480, max: 900 }, "as_said"],
  ["later once the earliest moment is after the last", 120, { min: 481, max: 900 }, "later"],
  ["later when more has passed than was said", 700, { min: 0, max: 10 }, "later"],
  ["sooner once the last moment is before the earliest", 60, { min: 100, max: 239 }, "sooner"],
] as const)("says %s", (_, seconds, wait, said) => {
  expect(compareWithFirst(FIRST, wait, at(seconds))).toBe(said);
});

it("gives the moments between which the turn comes", () => {
  expect(momentsOf(FIRST, FIRST.atMs)).toEqual({ from: new Date(1_300_000), until: new Date(1_600_000) });
});
