import { and, asc, eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { stateHistory } from "#db/schema/platform.ts";
import { seats } from "#db/schema/seats.ts";
import { tickets } from "#db/schema/tickets.ts";
import { transmissions } from "#db/schema/transmissions.ts";
import { updateEventSession } from "#server/catalog/commands/update-event-session.ts";
import type { EventSessionId } from "#server/catalog/contract.ts";
import { saleOf } from "#server/catalog/queries.ts";
import { releaseHold } from "#server/holds/commands/release-hold.ts";
import { listSeats } from "#server/holds/queries.ts";
import { createContext } from "#server/platform/operation/context.ts";
import type { SeatId } from "#server/seats/contract.ts";
import { clock } from "#server/testing/clock.ts";
import { given, newKey } from "#server/testing/given.ts";
import { expectEquationsHold } from "#server/testing/invariants.ts";
import { myTickets } from "#server/tickets/queries.ts";
import { cancelOrder } from "./commands/cancel-order.ts";
import { checkOut } from "./commands/check-out.ts";
import { refundOrder } from "./commands/refund-order.ts";
import { getOrder, getPurchase } from "./queries.ts";

afterEach(expectEquationsHold);

const PRICES = [90_000, 70_000, 50_000];

/** The states of the event session's seats in the order of their numbers, and how many are on sale. */
async function standing(id: EventSessionId) {
  const listed = await listSeats(createContext(), { id });
  const states = listed.sort((a, b) => Number(a.number) - Number(b.number)).map(({ status }) => status);
  return [states.join(" "), (await saleOf(createContext(), id)).remainingStock];
}

async function givenSeats(prices: readonly number[] = PRICES) {
  const sale = await given.seatsOpen(prices);
  return { ...sale, ids: sale.ids as [SeatId, SeatId, SeatId] };
}

it("are held, paid for and named on hold, order and tickets, each at its own price", async () => {
  const { id, ids } = await givenSeats();
  const buyer = await given.person();
  const hold = await given.hold(buyer, id, [ids[2], ids[0]]);
  expect(hold.seats).toEqual([
    { id: ids[2], number: "3", section: "A", row: null, label: null, price: 50_000 },
    { id: ids[0], number: "1", section: "A", row: null, label: null, price: 90_000 },
  ]);
  expect(await standing(id)).toEqual(["HOLD AVAILABLE HOLD", 1]);
  expect(await getPurchase(buyer.ctx(), { holdId: hold.holdId })).toMatchObject({
    ...{ amount: 140_000, seats: hold.seats },
  });
  const { orderId, paymentId } = await checkOut(buyer.ctx(newKey()), { holdId: hold.holdId, method: "CARD" });
  const { payment, amount } = await getOrder(buyer.ctx(), { id: orderId });
  expect([payment.id, amount]).toEqual([paymentId, 140_000]);
});

it("are sold with a ticket each, and the data platform is told which", async () => {
  const { id, ids } = await givenSeats();
  const buyer = await given.person();
  const { orderId } = await given.paidOrder(buyer, id, ids.slice(0, 2));
  expect(await standing(id)).toEqual(["SOLD SOLD AVAILABLE", 1]);
  expect((await myTickets(buyer.ctx(), {})).map(({ seat }) => seat).sort()).toEqual(["1", "2"]);
  const order = await getOrder(buyer.ctx(), { id: orderId });
  expect(order.tickets.map(({ seat, price, status }) => [seat, price, status]).sort()).toEqual([
    ["1", 90_000, "VALID"],
    ["2", 70_000, "VALID"],
  ]);
  const [told] = await db
    .select()
    .from(transmissions)
    .where(and(eq(transmissions.aggregateId, orderId), eq(transmissions.type, "OrderCompleted")));
  expect(JSON.parse(told?.payload ?? "")).toMatchObject({
    amount: 160_000,
    items: [
      { seatId: ids[0], seat: "1", section: "A", quantity: 1, price: 90_000 },
      { seatId: ids[1], seat: "2", section: "A", quantity: 1, price: 70_000 },
    ],
  });
  const steps = await db
    .select()
    .from(stateHistory)
    .where(eq(stateHistory.entityId, ids[0]))
    .orderBy(asc(stateHistory.seq));
  expect(steps.map(({ fromState, toState, actorKind }) => [fromState, toState, actorKind])).toEqual([
    ["available", "reserved", "user"],
    ["reserved", "confirmed", expect.any(String)],
    ["confirmed", "sold", expect.any(String)],
  ]);
});

describe("are free again", () => {
  it("when their hold is given back, before the checkout and after it", async () => {
    const { id, ids } = await givenSeats();
    const [first, second] = await given.two();
    const { holdId } = await given.hold(first, id, [ids[0]]);
    await releaseHold(first.ctx(), { holdId });
    const checkout = await given.checkout(second, id, ids);
    await releaseHold(second.ctx(), { holdId: checkout.holdId });
    expect(await standing(id)).toEqual(["AVAILABLE AVAILABLE AVAILABLE", 3]);
  });

  it("when their hold's time is over, for the next buyer in the same transaction", async () => {
    const { id, ids } = await givenSeats();
    const [slow, next] = await given.two();
    await given.hold(slow, id, [ids[0], ids[1]]);
    await clock.move(121);
    await expect(given.hold(next, id, [ids[1]])).resolves.toMatchObject({ status: "ACTIVE" });
    expect(await standing(id)).toEqual(["AVAILABLE HOLD AVAILABLE", 2]);
  });

  it("when their payment is refused for good", async () => {
    const { id, ids } = await givenSeats();
    const { pgPaymentId } = await given.checkout(await given.person(), id, [ids[0]]);
    await given.callback(pgPaymentId, "FAIL");
    expect(await standing(id)).toEqual(["AVAILABLE AVAILABLE AVAILABLE", 3]);
  });

  it("when their order is cancelled, and can be sold to another", async () => {
    const { id, ids } = await givenSeats();
    const [first, second] = await given.two();
    const { orderId } = await given.paidOrder(first, id, [ids[0]]);
    await cancelOrder(first.ctx(newKey()), { id: orderId });
    await given.paidOrder(second, id, [ids[0]]);
    expect(await standing(id)).toEqual(["SOLD AVAILABLE AVAILABLE", 2]);
  });

  it("when single tickets are given back, at their own price", async () => {
    const { id, ids } = await givenSeats();
    const [buyer, admin] = [await given.person(), await given.person("ADMIN")];
    const { orderId } = await given.paidOrder(buyer, id, ids);
    const [ticket] = await db.select().from(tickets).where(eq(tickets.seatId, ids[1]));
    const input = { id: orderId, note: "구역 폐쇄", ticketIds: [ticket?.id as `ticket_${string}`] };
    const tooMuch = refundOrder(admin.ctx(newKey()), { ...input, amount: 70_001 });
    await expect(tooMuch).rejects.toMatchObject({ reason: "refund_too_high", params: { max: 70_000 } });
    expect(await refundOrder(admin.ctx(newKey()), input)).toMatchObject({ refund: { amount: 70_000 } });
    expect(await standing(id)).toEqual(["SOLD AVAILABLE SOLD", 1]);
    await cancelOrder(buyer.ctx(newKey()), { id: orderId });
    const { refunds } = await getOrder(buyer.ctx(), { id: orderId });
    expect(refunds.map(({ amount }) => amount)).toEqual([70_000, 140_000]);
    expect(await standing(id)).toEqual(["AVAILABLE AVAILABLE AVAILABLE", 3]);
  });
});

describe("money that comes after the end of the hold", () => {
  it("buys the same seats while they are free", async () => {
    const { id, ids } = await givenSeats();
    const buyer = await given.person();
    const { holdId, orderId, pgPaymentId } = await given.checkout(buyer, id, [ids[1]]);
    await releaseHold(buyer.ctx(), { holdId });
    await given.callback(pgPaymentId, "SUCCESS");
    expect(await standing(id)).toEqual(["AVAILABLE SOLD AVAILABLE", 2]);
    const { replacedById } = await getOrder(buyer.ctx(), { id: orderId });
    expect(replacedById).not.toBeNull();
    expect(await myTickets(buyer.ctx(), {})).toMatchObject([{ seat: "2", status: "VALID" }]);
  });

  it("goes back where one of them is taken, though others are free", async () => {
    const { id, ids } = await givenSeats();
    const [late, quick] = await given.two();
    const { orderId, holdId, pgPaymentId } = await given.checkout(late, id, [ids[0], ids[1]]);
    await releaseHold(late.ctx(), { holdId });
    await given.hold(quick, id, [ids[1]]);
    await given.callback(pgPaymentId, "SUCCESS");
    expect(await standing(id)).toEqual(["AVAILABLE HOLD AVAILABLE", 2]);
    const { refunds } = await getOrder(late.ctx(), { id: orderId });
    expect(refunds).toMatchObject([{ amount: 160_000, reason: "sold_out_after_payment" }]);
  });
});

describe("are refused", () => {
  it("when one is taken, by id and number, and nothing changes", async () => {
    const { id, ids } = await givenSeats();
    const [first, second] = await given.two();
    await given.hold(first, id, [ids[1]]);
    await expect(given.hold(second, id, [ids[0], ids[1]])).rejects.toMatchObject({
      ...{ status: 409, reason: "seat_taken", params: { seatIds: ids[1], numbers: "2" } },
    });
    expect(await standing(id)).toEqual(["AVAILABLE HOLD AVAILABLE", 2]);
  });

  it("when they are another event session's, twice in one request, too many, or a number is asked for", async () => {
    const [{ id, ids }, other] = [await givenSeats(), await givenSeats()];
    const buyer = await given.person();
    await expect(given.hold(buyer, id, [ids[0], other.ids[0]])).rejects.toMatchObject({ status: 404 });
    await expect(given.hold(buyer, id, [ids[0], ids[0]])).rejects.toMatchObject({ status: 400 });
    const many = Array.from({ length: 500 }, () => ids[0]);
    await expect(given.hold(buyer, id, many)).rejects.toMatchObject({ status: 400 });
    await expect(given.hold(buyer, id, 1)).rejects.toMatchObject({ reason: "seats_wanted" });
    const counted = await given.saleOpen();
    await expect(given.hold(buyer, counted.id, [ids[0]])).rejects.toMatchObject({ reason: "no_seats" });
    expect(await standing(id)).toEqual(["AVAILABLE AVAILABLE AVAILABLE", 3]);
  });

  it("stock and one price for all", async () => {
    const { id } = await givenSeats();
    const admin = await given.person("ADMIN");
    for (const change of [{ addStock: 1 }, { price: 1 }])
      await expect(updateEventSession(admin.ctx(), { id, ...change })).rejects.toMatchObject({
        reason: "seats_fixed",
      });
  });
});

it("of the house are not held, with others or alone", async () => {
  const { id, ids } = await givenSeats();
  await db.update(seats).set({ house: true }).where(eq(seats.id, ids[0]));
  await expect(given.hold(await given.person(), id, [ids[0], ids[1]])).rejects.toMatchObject({
    ...{ reason: "seat_blocked", params: { numbers: "1" } },
  });
  await db.update(seats).set({ house: false }).where(eq(seats.id, ids[0]));
  expect(await standing(id)).toEqual(["AVAILABLE AVAILABLE AVAILABLE", 3]);
});
