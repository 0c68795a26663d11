import { eq } from "drizzle-orm";
import { afterEach, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { seats } from "#db/schema/seats.ts";
import type { EventSessionId } from "#server/catalog/contract.ts";
import { saleOf } from "#server/catalog/queries.ts";
import { releaseHold } from "#server/holds/commands/release-hold.ts";
import { createContext } from "#server/platform/operation/context.ts";
import { AppError } from "#server/platform/operation/errors.ts";
import type { SeatId } from "#server/seats/contract.ts";
import { given, newKey } from "#server/testing/given.ts";
import { givenHall, hallOf } from "#server/testing/halls.ts";
import { expectEquationsHold } from "#server/testing/invariants.ts";
import { patient } from "#server/testing/patience.ts";
import { holdTickets } from "./commands/hold-tickets.ts";

afterEach(expectEquationsHold);

const reasonOf = (call: Promise<unknown>) =>
  call.then(
    () => "held",
    (error) => (error instanceof AppError ? error.reason : Promise.reject(error)),
  );

const rowsOf = (id: EventSessionId) => db.select().from(seats).where(eq(seats.eventSessionId, id));

it(
  "40 buyers at once who want the best 2 of 100 sit together each, in the front rows, and no seat is left alone",
  async () => {
    const { id } = await givenHall({ plan: hallOf({ rows: 10, seatsPerRow: 10 }) });
    const buyers = await given.people(40);
    const held = await Promise.all(buyers.map((buyer) => given.hold(buyer, id, { quantity: 2 })));
    for (const { seats: pair } of held) {
      expect(pair.map(({ section, row }) => [section, row])).toEqual([
        ["R석", pair[0]?.row],
        ["R석", pair[0]?.row],
      ]);
      expect(Math.abs(Number(pair[0]?.label) - Number(pair[1]?.label))).toBe(1);
    }
    expect(new Set(held.flatMap(({ seats: pair }) => pair.map((seat) => seat.id))).size).toBe(80);
    const free = (await rowsOf(id)).filter(({ state }) => state === "available");
    expect(new Set(free.map(({ row }) => row))).toEqual(new Set(["9", "10"]));
    expect(await saleOf(createContext(), id)).toMatchObject({ remainingStock: 20 });
  },
  patient(60_000),
);

it("are of the section and at the price that were wanted, and as many as are free there", async () => {
  const plan = hallOf({ sections: ["R석", "S석", "A석"], rows: 1, seatsPerRow: 3 });
  const { id } = await givenHall({ plan });
  const [first, second] = await given.two();
  const inS = await given.hold(first, id, { quantity: 2, section: "S석" });
  expect(inS.seats.map(({ number }) => number)).toEqual(["S석-1-1", "S석-1-2"]);
  const cheap = { quantity: 4, priceMax: 130_000 };
  await expect(given.hold(second, id, cheap)).rejects.toMatchObject({
    ...{ reason: "insufficient_stock", params: { wanted: 4, left: 3 } },
  });
  const held = await given.hold(second, id, { ...cheap, quantity: 3 });
  expect(held).toMatchObject({ quantity: 3, seats: [{ section: "A석", price: 130_000 }, {}, {}] });
});

it("are refused where the seats are of no map, where stock is counted, and beside another wish", async () => {
  const [listed, counted] = [await given.seatsOpen([1000, 2000]), await given.saleOpen()];
  for (const { id } of [listed, counted])
    expect(await reasonOf(given.hold(await given.person(), id, { quantity: 1 }))).toBe("no_seat_map");
  const { id: sessionId, ids } = await givenHall();
  const buyer = await given.person();
  const queueToken = await given.admitted(buyer, sessionId);
  for (const wish of [
    { bestAvailable: { quantity: 1 }, quantity: 1 },
    { bestAvailable: { quantity: 1 }, seatIds: ids.slice(0, 1) },
    { bestAvailable: { quantity: 101 } },
    { bestAvailable: { quantity: 0 } },
    { bestAvailable: {} as { quantity: number } },
  ])
    expect(await reasonOf(holdTickets(buyer.ctx(newKey()), { sessionId, queueToken, ...wish }))).toBe(
      "invalid_argument",
    );
});

it(
  "crossing with buyers who choose seats by hand: each seat has one owner, and all of a wish is held or nothing",
  async () => {
    const { id, ids } = await givenHall({ plan: hallOf({ rows: 4, seatsPerRow: 10 }) });
    const buyers = await given.people(40);
    const outcomes = await Promise.all(
      buyers.map((buyer, index) => {
        const byHand = [ids[index], ids[(index + 1) % 40]] as [SeatId, SeatId];
        return reasonOf(given.hold(buyer, id, index % 2 === 0 ? { quantity: 2 } : byHand));
      }),
    );
    const rows = await rowsOf(id);
    const taken = rows.filter(({ state }) => state === "reserved");
    expect(taken).toHaveLength(2 * outcomes.filter((outcome) => outcome === "held").length);
    for (const seatsOfHold of Map.groupBy(taken, ({ holdId }) => holdId).values())
      expect(seatsOfHold).toHaveLength(2);
    const others = ["held", "seat_taken", "insufficient_stock", "sold_out"];
    expect(outcomes.filter((outcome) => !others.includes(outcome))).toEqual([]);
  },
  patient(60_000),
);

it("are bought as chosen ones are, and by money that comes after the end of the hold", async () => {
  const { id } = await givenHall({ plan: hallOf({ rows: 1, seatsPerRow: 6 }) });
  const [buyer, late] = await given.two();
  await given.paidOrder(buyer, id, { quantity: 2 });
  const { holdId, pgPaymentId } = await given.checkout(late, id, { quantity: 2 });
  await releaseHold(late.ctx(), { holdId });
  await given.callback(pgPaymentId, "SUCCESS");
  const sold = (await rowsOf(id)).filter(({ state }) => state === "sold");
  expect(sold.map(({ label }) => label).sort()).toEqual(["1", "2", "3", "4"]);
});
