import { expect, it } from "vitest";
import type { Progress } from "./contract.ts";
import { callsOf, nextDue, take, wake, wakeTime } from "./policy.ts";

const NOW = new Date("2026-01-01T00:00:00Z");
const fresh: Progress = { steps: {}, stack: [], pending: {}, attempt: 0, dueAt: NOW };
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

it.each([
  ["2s", 2],
  ["1h30m", 5400],
  ["1w2d", 777_600],
  ["2026-01-01T00:01:00Z", 60],
])("a sleep of %s is over after %i seconds", (name, seconds) => {
  expect(wakeTime(name, NOW)).toEqual(later(seconds));
});

it("asks what comes next only when every step of a group is over", () => {
  const op = { name: "", data: undefined, error: undefined };
  const planned = take(
    fresh,
    { attempt: 0 },
    {
      kind: "ops",
      retryInMs: undefined,
      ops: [
        { ...op, id: "a", op: "StepPlanned" },
        { ...op, id: "b", op: "StepPlanned" },
        { ...op, id: "nap", op: "Sleep", name: "10s" },
      ],
    },
    NOW,
    3,
  );
  expect(callsOf(planned, NOW)).toEqual([
    { stepId: "a", attempt: 0 },
    { stepId: "b", attempt: 0 },
  ]);
  const half = take(
    planned,
    { stepId: "a", attempt: 0 },
    { kind: "ops", retryInMs: undefined, ops: [{ ...op, id: "a", op: "StepRun", data: 1 }] },
    NOW,
    3,
  );
  const failed = take(
    half,
    { stepId: "b", attempt: 0 },
    { kind: "ops", retryInMs: undefined, ops: [{ ...op, id: "b", op: "StepError" }] },
    NOW,
    3,
  );
  expect([callsOf(failed, NOW), nextDue(failed, NOW)]).toEqual([[], later(10)]);
  const woken = wake(failed, later(10));
  expect(nextDue(woken, later(10))).toEqual(later(15));
  expect(callsOf(woken, later(15))).toEqual([{ stepId: "b", attempt: 1 }]);
  const over = take(
    woken,
    { stepId: "b", attempt: 1 },
    {
      kind: "ops",
      retryInMs: undefined,
      ops: [{ ...op, id: "b", op: "StepFailed", error: { message: "no" } }],
    },
    later(15),
    3,
  );
  expect(callsOf(over, later(15))).toEqual([{ attempt: 0 }]);
  expect(over.steps).toEqual({ a: { data: 1 }, nap: null, b: { error: { message: "no" } } });
  expect(over.stack).toEqual(["a", "nap", "b"]);
});

it("gives up with the last try, or at once where it is told that no other will help", () => {
  const error = { name: "Error", message: "no" };
  const failed = (attempt: number, retryable: boolean) =>
    take(fresh, { attempt }, { kind: "error", retryable, retryInMs: undefined, error }, NOW, 2).end?.outcome;
  expect([failed(0, true), failed(1, true), failed(2, true), failed(0, false)]).toEqual([
    undefined,
    undefined,
    "failed",
    "failed",
  ]);
});

it("says so where a step is of a kind that it does not know", () => {
  const ops = [{ id: "a", op: "InvokeFunction", name: "", data: undefined, error: undefined }];
  expect(() => take(fresh, { attempt: 0 }, { kind: "ops", retryInMs: undefined, ops }, NOW, 0)).toThrow(
    "InvokeFunction",
  );
});
