import { describe, expect, it } from "vitest";
import { layOut, NODE } from "./layout.ts";
import { drawnMachines } from "./machines.ts";

describe.each(drawnMachines.map((machine) => [machine.name, machine] as const))(
  "the diagram of %s",
  (_, machine) => {
    const { width, height, nodes, paths } = layOut(machine);

    it("has every state and every step", () => {
      expect(nodes.map(({ state }) => state).sort()).toEqual([...machine.states].sort());
      const steps = machine.edges.filter(([from, to]) => from !== to).map((edge) => edge.join(" "));
      expect(paths.map(({ key }) => key).sort()).toEqual(steps.sort());
    });

    it("puts no state over another or outside of the picture", () => {
      for (const one of nodes) {
        expect(one.x + NODE.width).toBeLessThanOrEqual(width);
        expect(one.y).toBeGreaterThanOrEqual(0);
        expect(one.y + NODE.height).toBeLessThanOrEqual(height);
        for (const other of nodes.filter(({ state, x }) => state !== one.state && x === one.x))
          expect(Math.abs(one.y - other.y)).toBeGreaterThan(NODE.height);
      }
    });
  },
);
