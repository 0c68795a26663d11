import { describe, expect, it } from "vitest";
import { catalogErrors } from "../catalog/errors.ts";
import { holdErrors } from "../holds/errors.ts";
import { purchaseStandingOf, refundReasonOf, shareOut } from "./policy.ts";

const known = { unknownSince: null };
const live = { ending: null, frozen: false, payment: null, closedBecause: null };

describe("what a hold is to its buyer", () => {
  it.each([
    ["held", live],
    ["paying", { ...live, payment: { state: "processing", ...known } }],
    ["declined", { ...live, payment: { state: "pending", ...known } }],
    ["confirming", { ...live, payment: { state: "pending", unknownSince: new Date(0) } }],
    ["checking", { ...live, ending: "expired", payment: { state: "pending", ...known } }],
    ["confirming", { ...live, frozen: true, payment: { state: "processing", ...known } }],
    ["confirming", { ...live, payment: { state: "processing", unknownSince: new Date(0) } }],
    ["paid", { ...live, ending: "paid", payment: { state: "completed", ...known } }],
    ["paid", { ...live, ending: "paid", payment: { state: "completed", ...known }, closedBecause: "OVER" }],
    ["cancelled", { ...live, ending: "cancelled", payment: { state: "refunded", ...known } }],
    ["returned", { ...live, ending: "returned" }],
    ["expired", { ...live, ending: "expired" }],
    ["payment_failed", { ...live, ending: "payment_failed", payment: { state: "failed", ...known } }],
    ["checking", { ...live, ending: "expired", payment: { state: "processing", ...known } }],
    [
      "checking",
      { ...live, ending: "expired", payment: { state: "processing", ...known }, closedBecause: "OVER" },
    ],
    ["paid_late", { ...live, ending: "expired", payment: { state: "refunded", ...known } }],
    ["sale_ended", { ...live, ending: "expired", closedBecause: "OVER" }],
    ["sale_ended", { ...live, ending: "returned", closedBecause: "OVER" }],
    ["returned", { ...live, ending: "returned", closedBecause: "PAUSED" }],
    ["payment_failed", { ...live, ending: "payment_failed", closedBecause: "PAUSED" }],
    ["withdrawn", { ...live, ending: "returned", closedBecause: "WITHDRAWN" }],
    ["withdrawn", { ...live, ending: "expired", closedBecause: "WITHDRAWN" }],
    ["session_cancelled", { ...live, ending: "expired", closedBecause: "CANCELLED" }],
    [
      "paid_late",
      { ...live, ending: "expired", payment: { state: "completed", ...known }, closedBecause: "WITHDRAWN" },
    ],
  ] as const)("is %s for %j", (standing, purchase) => {
    expect(purchaseStandingOf(purchase)).toBe(standing);
  });
});

it.each([
  ["withdrawn_after_payment", catalogErrors.event_withdrawn()],
  ["sales_ended_after_payment", catalogErrors.sales_paused()],
  ["sales_ended_after_payment", catalogErrors.sales_closed()],
  ["limit_reached_after_payment", holdErrors.duplicate_hold()],
  ["limit_reached_after_payment", holdErrors.ticket_limit_exceeded({ limit: 4, have: 4, wanted: 1 })],
  ["sold_out_after_payment", catalogErrors.insufficient_stock({ wanted: 2, left: 1 })],
])("late money goes back as %s where a new hold is refused so", (reason, refusal) => {
  expect(refundReasonOf(refusal)).toBe(reason);
});

describe("shareOut", () => {
  it("gives each ticket its part by its price, to the won, and all of the amount", () => {
    expect(shareOut(100_001, [50_000, 50_000, 50_000])).toEqual([33_334, 33_334, 33_333]);
    expect(shareOut(120_000, [90_000, 30_000])).toEqual([90_000, 30_000]);
    expect(shareOut(10, [90_000, 30_000, 0])).toEqual([8, 2, 0]);
    expect(shareOut(0, [0, 0])).toEqual([0, 0]);
  });

  it("gives no ticket more than it cost, at any price", () => {
    const prices = [100_000_000, 99_999_999, 1];
    for (const amount of [1, 2, 100_000_001, 199_999_999, 200_000_000]) {
      const shares = shareOut(amount, prices);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(amount);
      for (const [index, share] of shares.entries()) expect(share).toBeLessThanOrEqual(prices[index] ?? 0);
    }
  });
});
