import { expect, it } from "vitest";
import { linesOf } from "./chart-lines.ts";

const sample = (second: number, sold: number, waiting: number | null) => ({
  ...{ at: new Date(second * 1000).toISOString(), remaining: 0, held: 0, paying: 0, entries: null },
  ...{ sold, waiting },
});

it("draws each line from zero to its own largest value, along the time", () => {
  const { sold, waiting, waitingMax } = linesOf(
    [sample(0, 0, 50), sample(10, 5, 100), sample(20, 10, 0)],
    200,
    100,
  );
  expect(sold).toBe("M0 100L100 50L200 0");
  expect(waiting).toBe("M0 50L100 0L200 100");
  expect(waitingMax).toBe(100);
});

it("interrupts the queue's line where it was unknown, and draws no line of zeros", () => {
  const { waiting } = linesOf(
    [sample(0, 0, 4), sample(10, 0, null), sample(20, 0, 2), sample(30, 0, 4)],
    300,
    100,
  );
  expect(waiting).toBe("M0 0M200 50L300 0");
});
