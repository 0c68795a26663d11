import { sql } from "drizzle-orm";
import { afterEach, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { holds } from "#db/schema/holds.ts";
import { saleOf } from "../../catalog/queries.ts";
import { checkOut } from "../../checkout/commands/check-out.ts";
import { getOrder } from "../../checkout/queries.ts";
import { createContext } from "../../platform/operation/context.ts";
import type { SeatId } from "../../seats/contract.ts";
import { clock } from "../../testing/clock.ts";
import { given, newKey } from "../../testing/given.ts";
import { givenHall, hallOf } from "../../testing/halls.ts";
import { expectEquationsHold } from "../../testing/invariants.ts";
import { countWaiting } from "../../testing/locks.ts";
import { until } from "../../testing/until.ts";
import type { BestAvailable } from "../contract.ts";
import { listSeats } from "../queries.ts";
import { changeSeats } from "./change-seats.ts";
import { releaseHold } from "./release-hold.ts";

afterEach(expectEquationsHold);

async function givenHeld() {
  const { id, ids } = await given.seatsOpen([5000, 4000, 3000, 2000, 1000], { maxPerUser: 3 });
  const seats = ids as [SeatId, SeatId, SeatId, SeatId, SeatId];
  const buyer = await given.person();
  const hold = await given.hold(buyer, id, seats.slice(0, 2));
  const { holdId } = hold;
  const taken = async () => {
    const listed = (await listSeats(createContext(), { id })).filter(({ status }) => status === "HOLD");
    return listed.map(({ number }) => number).sort();
  };
  const remaining = async () => (await saleOf(createContext(), id)).remainingStock;
  const change = (...chosen: number[]) =>
    changeSeats(buyer.ctx(), { holdId, seatIds: chosen.map((number) => seats[number - 1] as SeatId) });
  return { id, seats, buyer, hold, taken, remaining, change };
}

it("takes the new seats, frees those that it leaves, and keeps the others and its time", async () => {
  const { hold, change, taken, remaining } = await givenHeld();
  await clock.move(60);
  const changed = await change(2, 3);
  expect(changed).toMatchObject({ quantity: 2, expiresAt: hold.expiresAt, status: "ACTIVE" });
  expect(changed.seats.map(({ number }) => number)).toEqual(["2", "3"]);
  expect([await taken(), await remaining()]).toEqual([["2", "3"], 3]);
});

it("may take more seats, up to the maximum, and fewer", async () => {
  const { change, taken, remaining, buyer, hold } = await givenHeld();
  await change(1, 2, 3);
  expect([await taken(), await remaining()]).toEqual([["1", "2", "3"], 2]);
  await expect(change(1, 2, 3, 4)).rejects.toMatchObject({ reason: "ticket_limit_exceeded" });
  await change(5);
  expect([await taken(), await remaining()]).toEqual([["5"], 4]);
  await releaseHold(buyer.ctx(), { holdId: hold.holdId });
  expect([await taken(), await remaining()]).toEqual([[], 5]);
});

it("may change to the best seats, of which its own may be some", async () => {
  const { id, ids } = await givenHall({ plan: hallOf({ rows: 2, seatsPerRow: 4 }) });
  const [buyer, other] = await given.two();
  const { holdId } = await given.hold(buyer, id, ids.slice(0, 1));
  await given.hold(other, id, ids.slice(3, 4));
  const change = (bestAvailable: BestAvailable) => changeSeats(buyer.ctx(), { holdId, bestAvailable });
  const changed = await change({ quantity: 3 });
  expect(changed.seats.map((seat) => seat.id)).toEqual(ids.slice(0, 3));
  await expect(change({ quantity: 3, priceMax: 1 })).rejects.toMatchObject({
    ...{ reason: "insufficient_stock", params: { wanted: 3, left: 0 } },
  });
  await expect(change({ quantity: 5 })).rejects.toMatchObject({ reason: "ticket_limit_exceeded" });
  const listed = await givenHeld();
  await expect(
    changeSeats(listed.buyer.ctx(), { holdId: listed.hold.holdId, bestAvailable: { quantity: 1 } }),
  ).rejects.toMatchObject({ reason: "no_seat_map" });
  for (const wish of [{}, { seatIds: ids.slice(0, 1), bestAvailable: { quantity: 1 } }])
    await expect(changeSeats(buyer.ctx(), { holdId, ...wish })).rejects.toMatchObject({ status: 400 });
});

it("changes nothing where one of the seats is taken", async () => {
  const { id, seats, change, taken } = await givenHeld();
  await given.hold(await given.person(), id, [seats[3]]);
  await expect(change(3, 4)).rejects.toMatchObject({ reason: "seat_taken", params: { numbers: "4" } });
  expect(await taken()).toEqual(["1", "2", "4"]);
});

it("is refused after the checkout, after its end, to another, and where stock is counted", async () => {
  const { change, hold, buyer, seats } = await givenHeld();
  const [other, late] = await given.two();
  const input = { holdId: hold.holdId, seatIds: [seats[2]] };
  await expect(changeSeats(other.ctx(), input)).rejects.toMatchObject({ reason: "not_found" });
  await checkOut(buyer.ctx(newKey()), { holdId: hold.holdId, method: "CARD" });
  await expect(change(3)).rejects.toMatchObject({ reason: "checked_out" });
  await releaseHold(buyer.ctx(), { holdId: hold.holdId });
  await expect(change(3)).rejects.toMatchObject({ reason: "hold_ended" });
  const counted = await given.hold(late, (await given.saleOpen()).id);
  await expect(
    changeSeats(late.ctx(), { holdId: counted.holdId, seatIds: [seats[2]] }),
  ).rejects.toMatchObject({ reason: "no_seats" });
});

it.each([
  { to: [3, 4, 5], amount: 6000 },
  { to: [1], amount: 5000 },
])(
  "is ordered for what its seats $to cost, where the checkout began while they were changed",
  async (changing) => {
    const { hold, buyer, change } = await givenHeld();
    const { holdId } = hold;
    const [isLocked, letGo] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const lock = db.transaction(async (other) => {
      await other.execute(sql`select from ${holds} where ${holds.id} = ${holdId} for update`);
      isLocked.resolve();
      await letGo.promise;
    });
    await isLocked.promise;
    // Postgres gives the hold to them in the order in which they came.
    const changed = change(...changing.to);
    await until(async () => (await countWaiting()) === 1);
    const begun = checkOut(buyer.ctx(newKey()), { holdId, method: "CARD" });
    await until(async () => (await countWaiting()) === 2);
    letGo.resolve();
    await Promise.all([lock, changed]);
    const { orderId } = await begun;
    expect((await getOrder(buyer.ctx(), { id: orderId })).amount).toBe(changing.amount);
  },
);
