import { eq } from "drizzle-orm";
import { afterEach, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { seats } from "#db/schema/seats.ts";
import type { EventSessionId } from "#server/catalog/contract.ts";
import { saleOf } from "#server/catalog/queries.ts";
import { changeSeats } from "#server/holds/commands/change-seats.ts";
import { createHolds } from "#server/holds/steps/create-holds.ts";
import { inTransaction } from "#server/platform/database/transaction.ts";
import { createContext } from "#server/platform/operation/context.ts";
import { AppError } from "#server/platform/operation/errors.ts";
import type { SeatId } from "#server/seats/contract.ts";
import { clock } from "#server/testing/clock.ts";
import { given, newKey, type Person } from "#server/testing/given.ts";
import { expectEquationsHold } from "#server/testing/invariants.ts";
import { patient } from "#server/testing/patience.ts";
import { cancelOrder } from "./commands/cancel-order.ts";
import { holdTickets } from "./commands/hold-tickets.ts";

afterEach(expectEquationsHold);

/** How a request ends, which is sent again while a busy machine answers that it cannot say. */
async function outcomeOf(ask: () => Promise<unknown>): Promise<string> {
  try {
    await ask();
    return "held";
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.reason === "unavailable" ? outcomeOf(ask) : error.reason;
  }
}

const countOf = (outcomes: readonly string[]) =>
  Object.fromEntries(
    Object.entries(Object.groupBy(outcomes, (outcome) => outcome)).map(([name, all]) => [name, all?.length]),
  );

const pricesOf = (count: number) => Array.from({ length: count }, (_, index) => 10_000 + index);

/** Asks for seats in a transaction of its own, as another process would. */
const askAlone = (person: Person, id: EventSessionId, seatIds: readonly SeatId[]) =>
  inTransaction(createContext(), async (tx) => {
    const request = {
      userId: person.userId,
      quantity: seatIds.length,
      seatIds,
      refusal: null,
      by: person.ctx(),
    };
    return (await createHolds(tx, id, [request])).refusals.get(request)?.reason ?? "held";
  });

it.each(Array.from({ length: 12 }, (_, round) => round))(
  "two buyers who choose the same seats in opposite order: one has both, and neither waits for ever (%i)",
  async () => {
    const { id, ids } = await given.seatsOpen(pricesOf(2));
    const [one, other] = await given.two();
    const outcomes = await Promise.all([askAlone(one, id, ids), askAlone(other, id, ids.toReversed())]);
    expect(outcomes.sort()).toEqual(["held", "seat_taken"]);
  },
);

it.each(Array.from({ length: 12 }, (_, round) => round))(
  "a payment, a refund and a next hold of seats of one event session at once end without a deadlock (%i)",
  async () => {
    const { id, ids } = await given.seatsOpen(pricesOf(3));
    const [payer, owner] = await given.two();
    const { pgPaymentId } = await given.checkout(payer, id, [ids[0] as SeatId]);
    const { orderId } = await given.paidOrder(owner, id, [ids[1] as SeatId]);
    await clock.move(300);
    const acts = [
      given.callback(pgPaymentId, "SUCCESS"),
      cancelOrder(owner.ctx(newKey()), { id: orderId }),
      askAlone(await given.person(), id, ids),
      askAlone(await given.person(), id, [ids[2] as SeatId]),
    ];
    for (const { status } of await Promise.allSettled(acts)) expect(status).toBe("fulfilled");
  },
);

it(
  "500 buyers for 50 seats: each seat has one owner, and each other buyer hears that it is taken",
  async () => {
    const { id, ids } = await given.seatsOpen(pricesOf(50));
    const buyers = await given.people(500);
    const outcomes = await Promise.all(
      buyers.map((buyer, index) => outcomeOf(() => given.hold(buyer, id, [ids[index % 50] as SeatId]))),
    );
    const { held, ...refused } = countOf(outcomes);
    expect(held).toBe(50);
    // The queue lets no one in once nothing is left.
    expect(Object.keys(refused).filter((reason) => !["seat_taken", "sold_out"].includes(reason))).toEqual([]);
    const rows = await db.select().from(seats).where(eq(seats.eventSessionId, id));
    expect(new Set(rows.map(({ holdId }) => holdId)).size).toBe(50);
    expect(await saleOf(createContext(), id)).toMatchObject({ remainingStock: 0, level: "SOLDOUT" });
  },
  patient(60_000),
);

it(
  "5,000 requests for one seat: one owner",
  async () => {
    const { id, ids } = await given.seatsOpen(pricesOf(2));
    const buyers = await given.people(500);
    const wishes = await Promise.all(
      buyers.map(async (buyer) => ({
        buyer,
        input: {
          sessionId: id,
          seatIds: [ids[0] as SeatId],
          queueToken: await given.admitted(buyer, id),
        },
      })),
    );
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => wishes)
        .flat()
        .map(({ buyer, input }) => {
          const key = newKey();
          return outcomeOf(() => holdTickets(buyer.ctx(key), input));
        }),
    );
    const { held, ...refused } = countOf(outcomes);
    expect(held).toBe(1);
    // The owner's other nine requests meet their own hold.
    expect(refused).toEqual({ seat_taken: 4990, duplicate_hold: 9 });
  },
  patient(60_000),
);

it.each(Array.from({ length: 6 }, (_, round) => round))(
  "two buyers who want each other's seats at once both keep their own (%i)",
  async () => {
    const { id, ids } = await given.seatsOpen(pricesOf(2));
    const [one, other] = await given.two();
    const [first, second] = ids as [SeatId, SeatId];
    const [held, heldByOther] = [await given.hold(one, id, [first]), await given.hold(other, id, [second])];
    const outcomes = await Promise.all([
      outcomeOf(() => changeSeats(one.ctx(), { holdId: held.holdId, seatIds: [second] })),
      outcomeOf(() => changeSeats(other.ctx(), { holdId: heldByOther.holdId, seatIds: [first] })),
    ]);
    expect(outcomes).toEqual(["seat_taken", "seat_taken"]);
  },
);

it("seats are chosen, given back and chosen by others at once: no seat is two buyers'", async () => {
  const { id, ids } = await given.seatsOpen(pricesOf(8));
  const buyers = await given.people(40);
  const outcomes = await Promise.all(
    buyers.map((buyer, index) =>
      askAlone(
        buyer,
        id,
        [ids[index % 8], ids[(index * 3 + 1) % 8]].filter((seat) => seat !== undefined),
      ),
    ),
  );
  const held = outcomes.filter((outcome) => outcome === "held").length;
  const rows = await db.select().from(seats).where(eq(seats.eventSessionId, id));
  expect(new Set(rows.flatMap(({ holdId }) => holdId ?? [])).size).toBe(held);
  await clock.move(121);
  expect(await askAlone(await given.person(), id, ids.slice(0, 4))).toBe("held");
});
