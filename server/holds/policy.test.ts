import { describe, expect, it } from "vitest";
import { platformErrors } from "../platform/operation/errors.ts";
import { allocate, endingOf, statusOf } from "./policy.ts";

const stock = { remaining: 5, maxPerUser: 4 };
const ask = (userId: string, quantity: number) => ({ userId, quantity, refusal: null });
const reasons = (...args: Parameters<typeof allocate>) =>
  allocate(...args).map((error) => error?.reason ?? "held");

describe("allocate", () => {
  it("serves in order of arrival until too little is left, and still serves a smaller wish after it", () => {
    expect(reasons([ask("a", 3), ask("b", 3), ask("c", 2), ask("d", 1)], stock, new Map())).toEqual([
      "held",
      "insufficient_stock",
      "held",
      "insufficient_stock",
    ]);
  });

  it("lets a buyer have one hold, even when both requests arrive together", () => {
    expect(reasons([ask("a", 1), ask("a", 1)], stock, new Map())).toEqual(["held", "duplicate_hold"]);
  });

  it("counts what was bought before towards the limit", () => {
    const shares = new Map([["a", { holding: false, tickets: 3 }]]);
    expect(reasons([ask("a", 2)], stock, shares)).toEqual(["ticket_limit_exceeded"]);
    expect(reasons([ask("a", 1)], stock, shares)).toEqual(["held"]);
  });

  it("takes nothing for a request that the queue refused", () => {
    const refusal = platformErrors.unavailable();
    expect(reasons([{ ...ask("a", 4), refusal }, ask("b", 4)], stock, new Map())).toEqual([
      "unavailable",
      "held",
    ]);
  });

  it("tells the numbers of a refusal", () => {
    const [refusal] = allocate([ask("a", 3)], { remaining: 2, maxPerUser: 4 }, new Map());
    expect(refusal?.message).toBe("Only 2 of the 3 tickets asked for are left.");
  });
});

describe("statusOf", () => {
  it("ends an active hold at its very moment, whether or not its stock was freed", () => {
    const hold = { state: "ACTIVE" as const, expiresAt: new Date(1000) };
    expect(statusOf(hold, new Date(999))).toBe("ACTIVE");
    expect(statusOf(hold, new Date(1000))).toBe("EXPIRED");
    expect(statusOf({ ...hold, state: "CONFIRMED" }, new Date(2000))).toBe("CONFIRMED");
  });
});

it.each([
  ["ACTIVE", false, null, null, null],
  ["CONFIRMED", true, null, null, "paid"],
  ["CONFIRMED", false, "cancelled_by_buyer", null, "cancelled"],
  ["RELEASED", false, null, null, "returned"],
  ["RELEASED", false, "released_by_buyer", null, "returned"],
  ["RELEASED", false, "released_by_buyer", "confirmed", "paid"],
  ["RELEASED", false, "released_by_buyer", "cancelled", "cancelled"],
  ["RELEASED", false, "payment_declined", null, "payment_failed"],
  ["EXPIRED", false, "hold_expired", null, "expired"],
] as const)(
  "a hold that is %s, sold: %s, of an order that ended by %s and is now one that is %s, came to %s",
  (status, sold, endReason, replacedBy, ending) => {
    expect(endingOf(status, { sold, order: { endReason, replacedBy } })).toBe(ending);
  },
);
