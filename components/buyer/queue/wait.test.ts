import { describe, expect, it } from "vitest";
import { roundWait } from "./wait.ts";

describe("roundWait", () => {
  it("never promises a shorter wait than estimated", () => {
    for (const seconds of [0, 1, 9, 61, 119, 121, 3599, 3601, 9001])
      expect(roundWait(seconds)).toBeGreaterThanOrEqual(seconds);
  });

  it("grows coarser with the wait", () => {
    expect(roundWait(42)).toBe(50);
    expect(roundWait(130)).toBe(140);
    expect(roundWait(301)).toBe(330);
    expect(roundWait(3700)).toBe(4200);
  });
});
