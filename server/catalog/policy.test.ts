import { describe, expect, it } from "vitest";
import { saleRefusal } from "./policy.ts";

const now = new Date("2026-06-01T12:00:00Z");
const sale = {
  eventStatus: "PUBLISHED" as const,
  salesOpenAt: new Date("2026-06-01T11:00:00Z"),
  salesCloseAt: new Date("2026-06-02T11:00:00Z"),
  salesOverride: null,
  cancelledAt: null,
  remaining: 10,
};
const closed = { ...sale, salesOverride: "CLOSED" as const };
const over = { salesCloseAt: now };

describe("why nothing may be taken from a sale", () => {
  it("is nothing while it is open, also where nothing is left or it was opened by hand", () => {
    expect(saleRefusal(sale, now)).toBeNull();
    expect(saleRefusal({ ...sale, remaining: 0 }, now)).toBeNull();
    expect(saleRefusal({ ...sale, ...over, salesOverride: "OPEN" }, now)).toBeNull();
  });

  it("is that it has not opened, with the time at which it does", () => {
    expect(saleRefusal({ ...sale, salesOpenAt: new Date("2026-06-01T12:30:00Z") }, now)).toMatchObject({
      reason: "sales_not_open",
      params: { opensAt: "2026-06-01T12:30:00.000Z" },
    });
  });

  it.each([
    ["sales_closed", { ...sale, ...over }],
    ["sales_paused", closed],
    ["sales_closed", { ...closed, ...over }],
    ["event_withdrawn", { ...closed, eventStatus: "ARCHIVED" as const }],
    ["session_cancelled", { ...closed, eventStatus: "ARCHIVED" as const, cancelledAt: now }],
  ])("is %s", (reason, given) => {
    expect(saleRefusal(given, now)?.reason).toBe(reason);
  });
});
