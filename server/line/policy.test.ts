import { describe, expect, it } from "vitest";
import {
  admittingOf,
  estimateWaitSeconds,
  figurePollAfterMs,
  joinRefusal,
  placePollAfterMs,
  placeRefusal,
} from "./policy.ts";

const sale = {
  status: "OPEN" as const,
  remainingStock: 10,
  heldStock: 0,
  stockDueBack: false,
  salesOpenAt: new Date("2026-06-01T11:00:00Z"),
  line: { admitLimit: 100, admitRatePerSecond: 50 },
};
const soldOut = { ...sale, status: "SOLDOUT" as const, remainingStock: 0 };

describe("who may join", () => {
  it("takes everyone while tickets are left, and while what is held may come back", () => {
    expect(joinRefusal(sale)).toBeNull();
    expect(joinRefusal({ ...soldOut, heldStock: 1 })).toBeNull();
  });

  it("says when sales open, that they are closed, or that everything is sold", () => {
    expect(joinRefusal({ ...sale, status: "SCHEDULED" })).toMatchObject({
      reason: "sales_not_open",
      params: { opensAt: "2026-06-01T11:00:00.000Z" },
    });
    expect(joinRefusal({ ...sale, status: "CLOSED" })?.reason).toBe("sales_closed");
    expect(joinRefusal(soldOut)?.reason).toBe("sold_out");
  });

  it("admits nobody while there is nothing to buy", () => {
    expect(admittingOf(sale)).toEqual({ limit: 100, ratePerSecond: 50 });
    expect(admittingOf({ ...soldOut, heldStock: 1 }).limit).toBe(0);
    expect(admittingOf({ ...sale, status: "CLOSED" }).limit).toBe(0);
  });

  it("admits again as soon as a hold has run out, since the next one who holds frees its tickets", () => {
    expect(admittingOf({ ...soldOut, heldStock: 1, stockDueBack: true }).limit).toBe(100);
    expect(admittingOf({ ...soldOut, status: "CLOSED", stockDueBack: true }).limit).toBe(0);
  });

  it("refuses every place that is over with a reason of its own", () => {
    expect(placeRefusal("waiting")).toBeNull();
    expect(placeRefusal("admitted")).toBeNull();
    const over = (["expired", "spent", "lost", "restarted"] as const).map(
      (state) => placeRefusal(state)?.reason,
    );
    expect(over).toEqual(["admission_expired", "admission_spent", "place_lost", "line_restarted"]);
  });
});

describe("how often to ask", () => {
  it("asks less often the further back, and never so seldom that two lost answers lose the place", () => {
    const positions = [0, 1, 10, 100, 1000, 5000, 50_000];
    const polls = positions.map(placePollAfterMs);
    expect(polls).toEqual([...polls].sort((a, b) => a - b));
    expect(polls[0]).toBe(2000);
    expect(polls.at(-1)).toBe(120_000);
  });

  it("keeps fifty thousand waiting people under a thousand questions a second", () => {
    let perSecond = 0;
    for (let position = 1; position <= 50_000; position++) perSecond += 1000 / placePollAfterMs(position);
    expect(perSecond).toBeLessThan(1000);
  });

  it("asks for the public figure every one to five seconds", () => {
    expect([0, 1000, 50_000].map(figurePollAfterMs)).toEqual([1000, 1100, 5000]);
  });
});

describe("the estimate", () => {
  const admitting = { limit: 120, ratePerSecond: 50 };

  it("is a range around the measured speed", () => {
    expect(estimateWaitSeconds({ position: 1000, speedPerSecond: 10, admitting })).toEqual({
      min: 76,
      max: 143,
    });
  });

  it("never promises more than the rate allows", () => {
    expect(estimateWaitSeconds({ position: 1000, speedPerSecond: 50, admitting })?.min).toBe(20);
  });

  it("spans what the settings allow until there is a measurement", () => {
    expect(estimateWaitSeconds({ position: 100, speedPerSecond: null, admitting })).toEqual({
      min: 2,
      max: 100,
    });
  });

  it("is nothing for the admitted and unknown while the line stands still", () => {
    expect(estimateWaitSeconds({ position: 0, speedPerSecond: 0, admitting })).toEqual({ min: 0, max: 0 });
    expect(estimateWaitSeconds({ position: 5, speedPerSecond: 0, admitting })).toBeNull();
    const paused = { ...admitting, limit: 0 };
    expect(estimateWaitSeconds({ position: 5, speedPerSecond: 10, admitting: paused })).toBeNull();
  });
});
