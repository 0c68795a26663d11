import { expect, it } from "vitest";
import { integrationSessionMachine as machine } from "#server/integration/machine.ts";
import { STEPS, stepOf } from "./steps.ts";

it("has a step for every state in which something is to do, and none for those that are over", () => {
  for (const state of machine.states) expect(stepOf(state) === undefined).toBe(machine.isEnd(state));
});

it("goes forward as the session does", () => {
  const steps = machine.edges.flatMap(([from, to]) => {
    const [before, after] = [stepOf(from), stepOf(to)];
    return before && after ? [STEPS.indexOf(after) - STEPS.indexOf(before)] : [];
  });
  expect(steps.every((distance) => distance === 0 || distance === 1)).toBe(true);
});
