import { describe, expect, it } from "vitest";
import { purchaseStandingOf } from "./policy.ts";

const known = { unknownSince: null };
const live = { ending: null, frozen: false, payment: null, saleOver: false };

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
    ["paid", { ...live, ending: "paid", payment: { state: "completed", ...known }, saleOver: true }],
    ["cancelled", { ...live, ending: "cancelled", payment: { state: "refunded", ...known } }],
    ["returned", { ...live, ending: "returned" }],
    ["expired", { ...live, ending: "expired" }],
    ["payment_failed", { ...live, ending: "payment_failed", payment: { state: "failed", ...known } }],
    ["checking", { ...live, ending: "expired", payment: { state: "processing", ...known } }],
    ["checking", { ...live, ending: "expired", payment: { state: "processing", ...known }, saleOver: true }],
    ["paid_late", { ...live, ending: "expired", payment: { state: "refunded", ...known } }],
    ["sale_ended", { ...live, ending: "expired", saleOver: true }],
    ["sale_ended", { ...live, ending: "returned", saleOver: true }],
  ] as const)("is %s for %j", (standing, purchase) => {
    expect(purchaseStandingOf(purchase)).toBe(standing);
  });
});
