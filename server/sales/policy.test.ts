import { expect, it } from "vitest";
import { ratesOf, stepsOf } from "./policy.ts";

it("tells what happened a minute, whatever time lies between", () => {
  const before = { sold: 10, queue: { issued: 100, entries: 40 } };
  const now = { sold: 70, queue: { issued: 400, entries: 100 } };
  expect(ratesOf(before, now, 60)).toEqual({ joined: 300, letIn: 60, sold: 60 });
  expect(ratesOf(before, now, 120)).toEqual({ joined: 150, letIn: 30, sold: 30 });
});

it("knows nothing of people where a queue is unknown or began again, and nothing is sold backwards", () => {
  const before = { sold: 10, queue: { issued: 100, entries: 40 } };
  expect(ratesOf(before, { sold: 8, queue: null }, 60)).toEqual({ joined: null, letIn: null, sold: 0 });
  expect(ratesOf(before, { sold: 10, queue: { issued: 3, entries: 41 } }, 60)).toMatchObject({
    ...{ joined: null, letIn: 1 },
  });
});

it("draws a sale of any length with some hundred and fifty points", () => {
  expect(stepsOf("minutes", 0)).toEqual({ back: 900, step: 10 });
  expect(stepsOf("day", 0)).toEqual({ back: 86_400, step: 600 });
  for (const seconds of [0, 60, 3600, 30 * 86_400]) {
    const { back, step } = stepsOf("whole", seconds);
    expect(back).toBe(seconds);
    expect(step % 60).toBe(0);
    expect(back / step).toBeLessThanOrEqual(150);
  }
});
