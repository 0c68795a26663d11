import { describe, expect, it } from "vitest";
import type { DestinationSummary } from "#server/transmissions/contract.ts";
import { verdictOn } from "./verdict.ts";

const quiet: DestinationSummary = {
  destination: "data-platform",
  pending: 0,
  failed: 0,
  dead: 0,
  oldestSeconds: null,
  sentLastMinute: 0,
  circuit: { state: "CLOSED", reason: null, probeAt: null },
};
const having = (changes: Partial<DestinationSummary>): DestinationSummary => ({ ...quiet, ...changes });
const email = having({ destination: "email" });

describe("whether everything arrived", () => {
  it("is yes only where nothing waits, failed or was given up anywhere", () => {
    expect(verdictOn([quiet, email])).toEqual({ kind: "delivered" });
    expect(verdictOn([quiet, { ...email, pending: 2, oldestSeconds: 1 }])).toEqual({
      kind: "waiting",
      count: 2,
    });
  });

  it("tells the worst there is, with the number of all destinations", () => {
    const dead = [having({ dead: 2, failed: 9, pending: 9 }), { ...email, dead: 1 }];
    expect(verdictOn(dead)).toEqual({ kind: "dead", count: 3 });
    expect(verdictOn([having({ failed: 4, pending: 1 }), email])).toEqual({ kind: "failing", count: 4 });
  });

  it("names who is paused, also while one message goes out to see whether it is back", () => {
    const circuit = { state: "HALF_OPEN" as const, reason: "HTTP 503", probeAt: null };
    expect(verdictOn([having({ failed: 1 }), { ...email, circuit }])).toEqual({
      kind: "paused",
      destinations: ["email"],
    });
  });

  it("does not call on its way what has waited longer than deliveries take", () => {
    const outbox = [having({ pending: 5, oldestSeconds: 119 }), email];
    expect(verdictOn(outbox)).toMatchObject({ kind: "waiting" });
    expect(verdictOn([having({ pending: 5, oldestSeconds: 120 }), email])).toEqual({
      kind: "late",
      count: 5,
      oldestSeconds: 120,
    });
  });
});
