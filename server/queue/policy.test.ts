import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalogErrors } from "../catalog/errors.ts";
import type { CloseCause } from "../catalog/values.ts";
import {
  admittingOf,
  estimateWaitSeconds,
  joinRefusal,
  placePollAfterMs,
  placeRefusal,
  pushAfterMs,
  standingOf,
  statusPollAfterMs,
  waitRefusal,
} from "./policy.ts";

const sale = {
  status: "OPEN" as const,
  closedBecause: null,
  remainingStock: 10,
  heldStock: 0,
  stockDueBack: false,
  refusal: null,
  queue: { admitLimit: 100, admitRatePerSecond: 50, admissionPaused: false },
};
const soldOut = { ...sale, status: "SOLDOUT" as const, remainingStock: 0 };
const admissionPaused = { ...sale, queue: { ...sale.queue, admissionPaused: true } };
const closed = (closedBecause: CloseCause) => ({ ...sale, status: "CLOSED" as const, closedBecause });

describe("who may join", () => {
  it("takes everyone while tickets are left, and while what is held may come back", () => {
    expect(joinRefusal(sale)).toBeNull();
    expect(joinRefusal({ ...soldOut, heldStock: 1 })).toBeNull();
  });

  it("says why nothing may be taken from the sale, or that everything is sold", () => {
    const refusal = catalogErrors.sales_paused();
    expect(joinRefusal({ ...closed("PAUSED"), refusal })).toBe(refusal);
    expect(joinRefusal(soldOut)?.reason).toBe("sold_out");
  });

  it("takes people while letting in is paused, and admits none of them", () => {
    expect(joinRefusal(admissionPaused)).toBeNull();
    expect(standingOf(admissionPaused)).toBe("ADMISSION_PAUSED");
    expect(admittingOf(admissionPaused).limit).toBe(0);
    expect(standingOf({ ...admissionPaused, ...closed("PAUSED") })).toBe("PAUSED");
  });

  it("admits no one while there is nothing to buy", () => {
    expect(admittingOf(sale)).toEqual({ limit: 100, ratePerSecond: 50 });
    expect(admittingOf({ ...soldOut, heldStock: 1 }).limit).toBe(0);
    expect(admittingOf(closed("PAUSED")).limit).toBe(0);
  });

  it("ends a wait only where no one will be let in any more", () => {
    const standings = [
      sale,
      { ...soldOut, heldStock: 1 },
      closed("PAUSED"),
      { ...sale, status: "SCHEDULED" as const },
    ];
    expect(standings.map(standingOf)).toEqual(["MOVING", "WAITING_FOR_HOLDS", "PAUSED", "NOT_OPEN"]);
    expect(standings.map((each) => waitRefusal(standingOf(each)))).toEqual([null, null, null, null]);
    const ends = [soldOut, closed("OVER"), closed("WITHDRAWN"), closed("CANCELLED")].map(
      (each) => waitRefusal(standingOf(each))?.reason,
    );
    expect(ends).toEqual(["sold_out", "sales_closed", "event_withdrawn", "session_cancelled"]);
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
    expect([0, 1000, 50_000].map(statusPollAfterMs)).toEqual([1000, 1100, 5000]);
  });
});

describe("how often to tell", () => {
  const open = { level: "HIGH", status: "OPEN", standing: "MOVING" } as const;
  const figure = { ...open, serving: 1, total: 9, pollAfterMs: 1000 };

  it("tells numbers later the more people watch, and at most two thousand of them a second", () => {
    const moved = { ...figure, serving: 2, total: 8 };
    expect(pushAfterMs(figure, moved, 100)).toBe(50);
    expect(pushAfterMs(figure, moved, 20_000)).toBe(10_000);
  });

  it("tells at once what a wait turns on, however many watch", () => {
    const turns = [
      { standing: "PAUSED" },
      { standing: "SOLD_OUT" },
      { status: "CLOSED" },
      { level: "LOW" },
    ] as const;
    for (const turn of turns) expect(pushAfterMs(figure, { ...figure, ...turn }, 20_000)).toBe(0);
  });
});

describe("the estimate", () => {
  const admitting = { limit: 10, ratePerSecond: 50 };
  const stays = { ended: 400, totalSeconds: 12_000 };
  const full = { admitted: 10, stays, admitting };

  it("is a range around what people who were in took", () => {
    // Thirty seconds each, ten at once: three seconds a person.
    expect(estimateWaitSeconds({ ...full, position: 100 })).toEqual({ min: 269, max: 337 });
  });

  it("is the full rate for those whom there is room for, and never faster", () => {
    const wide = { ...full, admitted: 0, admitting: { limit: 1000, ratePerSecond: 5 } };
    expect(estimateWaitSeconds({ ...wide, position: 500 })).toEqual({ min: 99, max: 102 });
    const quick = { ended: 400, totalSeconds: 400 };
    const crowded = { ...wide, admitted: 1000, stays: quick };
    expect(estimateWaitSeconds({ ...crowded, position: 500 })).toEqual({ min: 99, max: 102 });
  });

  it("is not told while little is known of those who are in", () => {
    const unknown = { ...full, stays: { ended: 0, totalSeconds: 0 } };
    expect(estimateWaitSeconds({ ...unknown, position: 13 })).toBeNull();
    expect(estimateWaitSeconds({ ...full, stays: { ended: 2, totalSeconds: 60 }, position: 100 })).toBeNull();
    expect(estimateWaitSeconds({ ...full, position: 1 })).toBeNull();
  });

  it("is nothing for the admitted and unknown while the queue stands still", () => {
    expect(estimateWaitSeconds({ ...full, position: 0 })).toEqual({ min: 0, max: 0 });
    const paused = { ...admitting, limit: 0 };
    expect(estimateWaitSeconds({ ...full, position: 5, admitting: paused })).toBeNull();
  });

  it("never has ends further apart than two and a half times, nor a far end past what admissions allow", () => {
    const some = fc.record({
      position: fc.integer({ min: 1, max: 50_000 }),
      admitted: fc.nat(200),
      stays: fc.record({
        ended: fc.float({ min: 0, max: 10_000, noNaN: true }),
        totalSeconds: fc.nat(1_000_000),
      }),
      admitting: fc.record({
        limit: fc.integer({ min: 1, max: 200 }),
        ratePerSecond: fc.integer({ min: 1, max: 100 }),
      }),
    });
    fc.assert(
      fc.property(some, (facts) => {
        const range = estimateWaitSeconds(facts);
        if (!range) return;
        const { position, admitting } = facts;
        const slowest = Math.ceil(position / admitting.limit) * 120 + position / admitting.ratePerSecond + 3;
        expect(range.min).toBeGreaterThan(0);
        expect(range.max).toBeGreaterThanOrEqual(range.min);
        expect(range.max).toBeLessThanOrEqual(range.min * 2.5);
        expect(range.max).toBeLessThanOrEqual(slowest);
      }),
    );
  });
});
