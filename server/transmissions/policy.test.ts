import { describe, expect, it } from "vitest";
import type { Delivered } from "./gateway.ts";
import { evaluateTry, isDown } from "./policy.ts";

const failed: Delivered = { outcome: "timeout" };

describe("what becomes of a transmission", () => {
  it("is sent where it got through, however often it failed before", () => {
    for (const failures of [0, 5, 99])
      expect(evaluateTry({ outcome: "sent" }, failures, true)).toEqual({ to: "SENT" });
  });

  it("is tried again after 1, 2, 4, 8 and 16 minutes, and dead with the sixth failure", () => {
    const states = [0, 1, 2, 3, 4, 5].map((failures) => evaluateTry(failed, failures, true));
    expect(states).toEqual([
      ...[60, 120, 240, 480, 960].map((retryInSeconds) => ({ to: "FAILED", retryInSeconds, counts: true })),
      { to: "DEAD" },
    ]);
  });

  it("waits for what the receiver asks, never less than its own time and never more than a day", () => {
    const asking = (retryAfterSeconds: number) => evaluateTry({ ...failed, retryAfterSeconds }, 0, true);
    expect([asking(-5), asking(5), asking(90), asking(1e9)]).toMatchObject([
      { retryInSeconds: 60 },
      { retryInSeconds: 60 },
      { retryInSeconds: 90 },
      { retryInSeconds: 86_400 },
    ]);
  });

  it("costs it no try where the failure is not its own", () => {
    for (const failures of [0, 5])
      expect(evaluateTry(failed, failures, false)).toEqual({
        to: "FAILED",
        retryInSeconds: 0,
        counts: false,
      });
  });

  it("is dead at once where the receiver will never take it", () => {
    expect(evaluateTry({ outcome: "permanent", status: 410 }, 0, true)).toEqual({ to: "DEAD" });
  });
});

it("tells a destination that is away from one that refuses a message", () => {
  const down = (["timeout", "network", "status", "blocked", "unknown"] as const).map((outcome) =>
    isDown({ outcome }),
  );
  expect(down).toEqual([true, true, true, true, true]);
  expect([isDown({ outcome: "sent" }), isDown({ outcome: "permanent" })]).toEqual([false, false]);
});
