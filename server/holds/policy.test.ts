import { describe, expect, it } from "vitest";
import { catalogErrors } from "../catalog/errors.ts";
import { AppError, platformErrors } from "../platform/operation/errors.ts";
import { allocate, endingOf, holdViewOf, type SeatChooser, statusOf } from "./policy.ts";

const sale = { remaining: 5, maxPerUser: 4, refusal: null, seats: null, chooser: null };
const ask = (userId: string, quantity: number) => ({ userId, quantity, refusal: null });
const reasons = (...[requests, ...rest]: Parameters<typeof allocate>) => {
  const outcomes = allocate(requests, ...rest);
  return requests.map((request) => {
    const outcome = outcomes.get(request);
    return outcome instanceof AppError ? outcome.reason : "held";
  });
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
    const outcomes = allocate([wish], { ...sale, remaining: 2 }, new Map());
    expect(outcomes.get(wish)).toMatchObject({ message: "Only 2 of the 3 tickets asked for are left." });
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

describe("allocate of the best seats", () => {
  const best = (userId: string, quantity: number) => ({ ...ask(userId, quantity), best: { quantity } });
  const all = ["seat_1", "seat_2", "seat_3", "seat_4"] as const;
  const freeOf = (taken: ReadonlySet<string>) => all.filter((id) => !taken.has(id));
  const chooser: SeatChooser = {
    choose: ({ quantity }, taken) =>
      freeOf(taken).length < quantity ? undefined : freeOf(taken).slice(0, quantity),
    count: (_, taken) => freeOf(taken).length,
  };
  const seats = new Map(all.map((id) => [id, { number: id, isFree: true, house: false }]));
  const drawn = { ...sale, seats, chooser };

  it("gives what requests before it left, of the same kind and of chosen seats", () => {
    const chosen = { ...ask("b", 1), seatIds: ["seat_3" as const] };
    const requests = [best("a", 2), chosen, best("c", 1), best("d", 1)];
    expect([...allocate(requests, drawn, new Map()).values()]).toMatchObject([
      { seatIds: ["seat_1", "seat_2"] },
      { seatIds: ["seat_3"] },
      { seatIds: ["seat_4"] },
      { reason: "insufficient_stock", params: { wanted: 1, left: 0 } },
    ]);
  });

  it("tells a chosen seat that went to a request before it", () => {
    const chosen = { ...ask("b", 1), seatIds: ["seat_1" as const] };
    expect(reasons([best("a", 1), chosen], drawn, new Map())).toEqual(["held", "seat_taken"]);
  });

  it("is for seats of a map alone, and within the maximum", () => {
    expect(reasons([best("a", 1)], sale, new Map())).toEqual(["no_seat_map"]);
    expect(reasons([best("a", 1)], { ...sale, seats }, new Map())).toEqual(["no_seat_map"]);
    expect(reasons([best("a", 2)], { ...drawn, maxPerUser: 1 }, new Map())).toEqual([
      "ticket_limit_exceeded",
    ]);
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
