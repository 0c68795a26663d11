import { expect, it } from "vitest";
import { machines } from "./machines.ts";
import { specifiedMachine } from "./testing/specified-machines.ts";

it.each(machines.map(({ machine }) => [machine.name, machine] as const))(
  "the machine of %s has the states and steps of docs/spec and no others",
  (name, machine) => {
    const { initial, states, steps } = specifiedMachine(name);
    const asText = (pairs: readonly (readonly [string, string])[]) =>
      pairs.map((pair) => pair.join(" → ")).sort();
    expect(machine.initial).toBe(initial);
    expect([...machine.states].sort()).toEqual([...states].sort());
    expect(asText(machine.edges)).toEqual(asText(steps));
  },
);
