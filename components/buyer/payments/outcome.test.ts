import { describe, expect, it } from "vitest";
import type { OrderDetail } from "#server/checkout/contract.ts";
import { outcomeOf } from "./outcome.ts";

const AT = "2026-12-24T10:00:00.000Z";
const KNOWN = { left: false, now: Date.parse(AT) };

type Refund = OrderDetail["refunds"][number];
const refundOf = (given: Partial<Refund>): Refund => ({
  ...{ id: "refund_1", state: "done", amount: 10_000, reason: "tickets_returned_by_admin" },
  ...{ shippingFee: 0, cancelFee: 0 },
  ...{ ticketNumbers: [2], closedAt: null, askedAt: AT, updatedAt: AT },
  ...given,
});

/** Three tickets for 10,000 KRW each, paid. */
const orderOf = (refunds: readonly Refund[], given: Partial<OrderDetail> = {}): OrderDetail => ({
  ...{ id: "order_1", status: "confirmed", paymentState: "PAID", amount: 30_000, quantity: 3 },
  ...{ sessionId: "event_session_1", eventId: "event_1", eventTitle: "첫눈", venue: "서울" },
  ...{
    delivery: "MOBILE",
    shippingFee: 0,
    endReason: null,
    replacedById: null,
    createdAt: AT,
    startsAt: AT,
    cancelDeadlineAt: AT,
  },
  ...{ sessionCancellation: null, changes: [], history: [] },
  ...{ refunds: [...refunds], refund: refunds.at(-1) ?? null },
  payment: {
    ...{ id: "payment_1", status: "completed", method: "CARD" },
    ...{ refusedBecause: null, unknownSince: null, clientKey: null },
  },
  ...{ shipping: null, address: null, feesUntil: [], cancelQuote: null },
  hold: { id: "hold_1", expiresAt: AT },
  seats: [],
  tickets: [1, 2, 3].map((number) => ({
    ...{ id: `ticket_${number}` as const, number, seat: null, price: 10_000, status: "VALID" as const },
    isGivenAway: false,
  })),
  ...given,
});

describe("the result of a paid order", () => {
  it("is its tickets while none was given back", () => {
    expect(outcomeOf(orderOf([]), KNOWN)).toEqual({
      ...{ kind: "confirmed", amountKrw: 30_000, quantity: 3, delivery: "MOBILE" },
      eventSessionId: "event_session_1",
    });
  });

  it("names the tickets that were given back, their money, and those that are valid", () => {
    expect(outcomeOf(orderOf([refundOf({})]), KNOWN)).toMatchObject({
      ...{ kind: "partRefund", standing: "done", amountKrw: 10_000, returned: [2], valid: [1, 3] },
    });
  });

  it("counts all refunds, and tells first of the one that was refused, then of the one that is awaited", () => {
    const [done, asked] = [refundOf({ ticketNumbers: [3] }), refundOf({ state: "asked", amount: 7000 })];
    expect(outcomeOf(orderOf([done, asked]), KNOWN)).toMatchObject({
      ...{ kind: "partRefund", standing: "asked", amountKrw: 7000, returned: [2, 3], valid: [1] },
    });
    const refused = refundOf({ state: "refused", amount: 5000 });
    expect(outcomeOf(orderOf([refused, asked]), KNOWN)).toMatchObject({
      standing: "refused",
      amountKrw: 5000,
    });
  });

  it("says of a refused refund that was closed that the money went back another way", () => {
    const closed = refundOf({ state: "refused", closedAt: AT });
    expect(outcomeOf(orderOf([closed]), KNOWN)).toMatchObject({ kind: "partRefund", standing: "closed" });
  });

  it("is what its valid tickets cost where its event session was cancelled since", () => {
    const sessionCancellation = { at: AT, reason: "비" };
    // Less was given back for the second ticket than it cost.
    expect(outcomeOf(orderOf([refundOf({ amount: 1000 })], { sessionCancellation }), KNOWN)).toEqual({
      kind: "sessionCancelled",
      amountKrw: 20_000,
    });
  });
});

describe("the result of an order without valid tickets", () => {
  const cancelled = { status: "cancelled", paymentState: "CANCELLED" } as const;

  it("is the refund of all that was asked back, however many times", () => {
    const refunds = [refundOf({}), refundOf({ ticketNumbers: [1, 3], amount: 20_000 })];
    expect(outcomeOf(orderOf(refunds, cancelled), KNOWN)).toMatchObject({
      ...{ kind: "refund", standing: "done", amountKrw: 30_000 },
    });
  });

  it("is why it ended where no money moved", () => {
    const outcome = outcomeOf(orderOf([], { ...cancelled, endReason: "released_by_buyer" }), KNOWN);
    expect(outcome).toMatchObject({ kind: "returned" });
  });
});
