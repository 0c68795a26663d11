import { expect, it } from "vitest";
import { isTriggeredBy, outcomeOf, setBack } from "./policy.ts";

const NOW = new Date("2026-01-01T00:00:00Z");
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const error = { name: "Error", message: "no" };
const failure = (retryable: boolean, retryInMs?: number) => ({
  ...({ kind: "error", retryable, retryInMs, error } as const),
});

it("gives up with the last try, or at once where no other try will help", () => {
  const kindOf = (attempt: number, retryable: boolean) => outcomeOf(failure(retryable), attempt, 2, NOW).kind;
  expect([kindOf(0, true), kindOf(1, true), kindOf(2, true), kindOf(0, false)]).toEqual([
    ...["retry", "retry", "failed", "failed"],
  ]);
});

it.each([
  [0, undefined, 15],
  [1, undefined, 30],
  [50, undefined, 7200],
  [0, 600_000, 600],
])("after %i failures, asked to wait %s ms, the next try is %i s later", (attempt, askedMs, seconds) => {
  expect(outcomeOf(failure(true, askedMs), attempt, 100, NOW)).toEqual({
    kind: "retry",
    dueAt: later(seconds),
  });
});

it("moves a due time back by as much as the clock was set back", () => {
  expect(setBack(later(7215), later(7200), NOW)).toEqual(later(15));
  expect(setBack(later(15), later(-1), NOW)).toEqual(later(15));
});

it("starts a run by the name of an event alone", () => {
  const config = { id: "a", triggers: [{ event: "go" }, { cron: "* * * * *" }], steps: { step: {} } };
  expect([isTriggeredBy(config, "go"), isTriggeredBy(config, "stop")]).toEqual([true, false]);
});
