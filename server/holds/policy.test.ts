import { describe, expect, it } from "vitest";
import { catalogErrors } from "../catalog/errors.ts";
import { platformErrors } from "../platform/operation/errors.ts";
import { allocate, endingOf, holdViewOf, statusOf } from "./policy.ts";

const sale = { remaining: 5, maxPerUser: 4, refusal: null, seats: null };
const ask = (userId: string, quantity: number) => ({ userId, quantity, refusal: null });
const reasons = (...[requests, ...rest]: Parameters<typeof allocate>) => {
  const refusals = allocate(requests, ...rest);
  return requests.map((request) => refusals.get(request)?.reason ?? "held");
};

describe("allocate", () => {
  it("serves in order of arrival until too little is left, and still serves a smaller wish after it", () => {
    expect(reasons([ask("a", 3), ask("b", 3), ask("c", 2), ask("d", 1)], sale, new Map())).toEqual([
      "held",
      "insufficient_stock",
      "held",
      "insufficient_stock",
    ]);
  });

  it("lets a buyer have one hold, even when both requests arrive together", () => {
    expect(reasons([ask("a", 1), ask("a", 1)], sale, new Map())).toEqual(["held", "duplicate_hold"]);
  });

  it("counts what was bought before towards the limit", () => {
    const shares = new Map([["a", { holding: false, tickets: 3 }]]);
    expect(reasons([ask("a", 2)], sale, shares)).toEqual(["ticket_limit_exceeded"]);
    expect(reasons([ask("a", 1)], sale, shares)).toEqual(["held"]);
  });

  it("takes nothing for a request that the queue refused", () => {
    const refusal = platformErrors.unavailable();
    expect(reasons([{ ...ask("a", 4), refusal }, ask("b", 4)], sale, new Map())).toEqual([
      "unavailable",
      "held",
    ]);
  });

  it("takes nothing while the sale itself refuses", () => {
    const refusal = catalogErrors.sales_closed();
    expect(reasons([ask("a", 1), ask("b", 1)], { ...sale, refusal }, new Map())).toEqual([
      "sales_closed",
      "sales_closed",
    ]);
  });

  it("tells the numbers of a refusal", () => {
    const wish = ask("a", 3);
    const refusals = allocate([wish], { ...sale, remaining: 2 }, new Map());
    expect(refusals.get(wish)?.message).toBe("Only 2 of the 3 tickets asked for are left.");
  });
});

describe("allocate of seats", () => {
  const seat = (number: string, given = {}) => ({ number, isFree: true, house: false, ...given });
  const seats = new Map([
    ["seat_1" as const, seat("A-1")],
    ["seat_2" as const, seat("A-2")],
    ["seat_3" as const, seat("A-3", { isFree: false })],
    ["seat_4" as const, seat("A-4", { house: true })],
  ]);
  const choose = (userId: string, ...seatIds: `seat_${string}`[]) => ({
    ...ask(userId, seatIds.length),
    seatIds,
  });
  const seated = { ...sale, seats };

  it("gives all of a wish or nothing, in the order of arrival", () => {
    const wishes = [choose("a", "seat_1"), choose("b", "seat_2", "seat_1"), choose("c", "seat_2")];
    expect(reasons(wishes, seated, new Map())).toEqual(["held", "seat_taken", "held"]);
  });

  it("names the seats that are taken, and no others", () => {
    const wish = choose("a", "seat_1", "seat_3");
    expect(allocate([wish], seated, new Map()).get(wish)).toMatchObject({
      ...{ reason: "seat_taken", params: { seatIds: "seat_3", numbers: "A-3" } },
    });
  });

  it("refuses what the house keeps, what is elsewhere, and more than the maximum", () => {
    expect(reasons([choose("a", "seat_4"), choose("b", "seat_5")], seated, new Map())).toEqual([
      "seat_blocked",
      "not_found",
    ]);
    const limited = { ...seated, maxPerUser: 1 };
    expect(reasons([choose("a", "seat_1", "seat_2")], limited, new Map())).toEqual(["ticket_limit_exceeded"]);
  });

  it("wants seats where there are seats, and a number where there are none", () => {
    expect(reasons([ask("a", 1)], seated, new Map())).toEqual(["seats_wanted"]);
    expect(reasons([choose("a", "seat_1")], sale, new Map())).toEqual(["no_seats"]);
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

it("a hold is shown with the order that replaced its own", () => {
  const hold = {
    id: "hold_1",
    eventSessionId: "event_session_1",
    quantity: 2,
    state: "RELEASED",
    expiresAt: new Date(1000),
    sold: false,
  } as const;
  const view = {
    ...{ holdId: "hold_1", sessionId: "event_session_1", quantity: 2, seats: [] },
    ...{ status: "RELEASED", expiresAt: new Date(1000) },
  };
  expect(holdViewOf(hold, new Date(0))).toEqual({ ...view, orderId: null, ending: "returned" });
  const order = { id: "order_1", endReason: "released_by_buyer" } as const;
  expect(
    holdViewOf(hold, new Date(0), { order: { ...order, replacedById: null, replacedBy: null } }),
  ).toEqual({
    ...view,
    ...{ orderId: "order_1", ending: "returned" },
  });
  expect(
    holdViewOf(hold, new Date(0), { order: { ...order, replacedById: "order_2", replacedBy: "confirmed" } }),
  ).toEqual({ ...view, orderId: "order_2", ending: "paid" });
});
