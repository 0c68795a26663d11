import { afterEach, describe, expect, it, vi } from "vitest";
import { cancelEventSession } from "#server/cancellations/commands/cancel-event-session.ts";
import { cancelOrder } from "#server/checkout/commands/cancel-order.ts";
import type { ShippingState } from "#server/shipping/machine.ts";
import { reasonOf } from "#server/testing/accounts.ts";
import { given, newKey } from "#server/testing/given.ts";
import { expectEquationsHold } from "#server/testing/invariants.ts";
import { givenParcel, moveParcel, parcelNow } from "#server/testing/paper.ts";
import { specifiedMachine } from "#server/testing/specified-machines.ts";
import { moveShipping } from "./move-shipping.ts";

vi.hoisted(() => vi.stubEnv("APPROVE_REFUNDS_ABOVE", "100000"));

afterEach(expectEquationsHold);

const PAID = { valid: 2, refunded: 0, fee: 0, endReason: null };
const LOST_FEE = { order: "cancelled", valid: 0, refunded: 100_000, fee: 0 };
const ALL_BACK = { order: "cancelled", valid: 0, refunded: 103_000, fee: 3000 };

/** What is so of a parcel's order in each of its states, by docs/spec. */
const COUPLED: Readonly<Record<ShippingState, object>> = {
  pending: { order: "confirmed", ...PAID },
  preparing: { order: "confirmed", ...PAID },
  cancelled: { ...ALL_BACK, endReason: "cancelled_by_seller" },
  shipped: { order: "shipped", ...PAID },
  in_transit: { order: "shipped", ...PAID },
  delivered: { order: "delivered", ...PAID },
  returned: { order: "shipped", ...PAID },
  refunded: { ...LOST_FEE, endReason: "parcel_returned" },
  lost: { order: "shipped", ...PAID },
  investigating: { order: "shipped", ...PAID },
  found: { order: "shipped", ...PAID },
  compensated: { ...ALL_BACK, endReason: "parcel_lost" },
};

const { states, steps } = specifiedMachine("shipping");
const all = states as readonly ShippingState[];
const isLegal = (from: string, to: string) => steps.some(([a, b]) => a === from && b === to);

describe.each(all)("a parcel that is %s", (from) => {
  it("goes to no state that the machine does not have after it, and its order stays as it is", async () => {
    const parcel = await givenParcel(from);
    for (const to of all.filter((other) => other !== from && !isLegal(from, other)))
      await expect(moveParcel(parcel, to)).rejects.toMatchObject({
        ...{ reason: "illegal_transition", params: { machine: "shipping", from, to } },
      });
    await moveParcel(parcel, from);
    expect(await parcelNow(parcel.id)).toEqual({ shipping: from, ...COUPLED[from] });
  });

  it.each(all.filter((to) => isLegal(from, to)))("goes to %s with its order and money", async (to) => {
    const parcel = await givenParcel(from);
    // Of two at once one moves it, and the other finds it there.
    await Promise.all([moveParcel(parcel, to), moveParcel(parcel, to)]);
    expect(await parcelNow(parcel.id)).toEqual({ shipping: to, ...COUPLED[to] });
  });
});

it("that is shipped again under another number keeps its number, and the caller is told", async () => {
  const parcel = await givenParcel("preparing");
  const numbers = ["6012345678901", "6012345678902"];
  const ship = (trackingNumber: string) =>
    moveShipping(parcel.seller.ctx(), { id: parcel.id, to: "shipped", carrier: "CJ", trackingNumber });
  const ends = await Promise.allSettled(numbers.map(ship));
  const kept = numbers[ends.findIndex(({ status }) => status === "fulfilled")] ?? "";
  expect(ends.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const other = numbers.find((number) => number !== kept) ?? "";
  await expect(ship(other)).rejects.toMatchObject({ reason: "illegal_transition" });
  expect(await ship(`${kept.slice(0, 4)}-${kept.slice(4)}`)).toMatchObject({ trackingNumber: kept });
});

describe("an order that is cancelled by an operator while its parcel is under way", () => {
  const cancelled = async (state: ShippingState) => {
    const [parcel, admin] = [await givenParcel(state), await given.person("ADMIN")];
    await cancelOrder(admin.ctx(newKey()), { id: parcel.orderId });
    return parcel;
  };

  it("keeps the fee, and its parcel goes on by itself", async () => {
    const parcel = await cancelled("in_transit");
    const gone = { ...LOST_FEE, endReason: "cancelled_by_admin" };
    expect(await parcelNow(parcel.id)).toEqual({ shipping: "in_transit", ...gone });
    await moveParcel(parcel, "returned");
    await moveParcel(parcel, "refunded");
    expect(await parcelNow(parcel.id)).toEqual({ shipping: "refunded", ...gone });
  });

  it("stays cancelled when the parcel arrives all the same", async () => {
    const parcel = await cancelled("shipped");
    await moveParcel(parcel, "delivered");
    expect(await parcelNow(parcel.id)).toMatchObject({ shipping: "delivered", ...LOST_FEE });
  });

  it("gets the fee too once the parcel is lost for good, and once only", async () => {
    const parcel = await cancelled("investigating");
    await Promise.all([moveParcel(parcel, "compensated"), moveParcel(parcel, "compensated")]);
    expect(await parcelNow(parcel.id)).toMatchObject({ shipping: "compensated", ...ALL_BACK });
  });

  it("can be cancelled after it was delivered", async () => {
    const parcel = await cancelled("delivered");
    expect(await parcelNow(parcel.id)).toMatchObject({ shipping: "delivered", ...LOST_FEE });
  });
});

it("that has come back from a cancelled event session gives the fee back too, before the job does", async () => {
  const parcel = await givenParcel("returned");
  await cancelEventSession(parcel.seller.ctx(), { id: parcel.sale.id, reason: "태풍" });
  await moveParcel(parcel, "refunded");
  expect(await parcelNow(parcel.id)).toMatchObject({ ...ALL_BACK, endReason: "event_cancelled" });
});

it("cannot be cancelled by its buyer once it has left, in words", async () => {
  for (const state of ["shipped", "delivered"] as const) {
    const parcel = await givenParcel(state);
    expect(await reasonOf(cancelOrder(parcel.buyer.ctx(newKey()), { id: parcel.orderId }))).toBe(
      "tickets_on_their_way",
    );
  }
});

it("is cancelled with its order by its buyer before it left, and the fee goes back", async () => {
  const parcel = await givenParcel("preparing");
  await cancelOrder(parcel.buyer.ctx(newKey()), { id: parcel.orderId });
  expect(await parcelNow(parcel.id)).toEqual({
    ...{ shipping: "cancelled", ...ALL_BACK, endReason: "cancelled_by_buyer" },
  });
});

it("needs a second operator where an operator would give too much back alone", async () => {
  const [parcel, admin] = [await givenParcel("preparing"), await given.person("ADMIN")];
  expect(await reasonOf(moveParcel(parcel, "cancelled", admin))).toBe("refund_needs_approval");
  expect(await parcelNow(parcel.id)).toMatchObject({ shipping: "preparing", order: "confirmed" });
});

it("is moved by the seller of its event and by admins alone", async () => {
  const [parcel, other, admin] = [
    await givenParcel(),
    await given.person("SELLER"),
    await given.person("ADMIN"),
  ];
  expect(await reasonOf(moveParcel(parcel, "preparing", other))).toBe("not_found");
  expect(await reasonOf(moveParcel(parcel, "preparing", parcel.buyer))).toBe("forbidden");
  expect(await moveParcel(parcel, "preparing", admin)).toMatchObject({ status: "preparing" });
});

it.each([
  [{ to: "shipped", trackingNumber: "1234" }, "carrier"],
  [{ to: "shipped", carrier: "CJ" }, "trackingNumber"],
  [{ to: "lost" }, "reason"],
] as const)("is asked for what belongs to a step: %j", async (input, path) => {
  const parcel = await givenParcel("preparing");
  await expect(moveShipping(parcel.seller.ctx(), { id: parcel.id, ...input })).rejects.toMatchObject({
    reason: "invalid_argument",
    params: { path },
  });
});
