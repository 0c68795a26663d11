import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { stateHistory } from "#db/schema/platform.ts";
import { listSeats } from "../../holds/queries.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { given } from "../../testing/given.ts";
import { expectEquationsHold } from "../../testing/invariants.ts";
import { CreateEventSession } from "../contract.ts";
import { listEventSessions, saleOf } from "../queries.ts";
import { createSession } from "./create-session.ts";

const ctx = systemContext("test");

async function givenInput(opensInHours: number) {
  const { eventId } = await saleOf(ctx, (await given.saleOpen()).id);
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
  const times = { salesOpenAt: at(opensInHours), salesCloseAt: at(24), startsAt: at(48) };
  return CreateEventSession.parse({ eventId, ...times, price: 1000, totalStock: 5 });
}

it("puts its stock on sale, with its birth in the history, for every reader after the commit", async () => {
  const input = await givenInput(-1);
  const before = await listEventSessions(ctx, { eventId: input.eventId });
  const { id, remaining } = await inTransaction(ctx, (tx) => createSession(tx, input));
  expect(remaining).toBe(5);
  const after = await listEventSessions(ctx, { eventId: input.eventId });
  expect(after).toHaveLength(before.length + 1);
  expect(after).toContainEqual(expect.objectContaining({ id, totalStock: 5, remainingStock: 5 }));
  const steps = await db.select().from(stateHistory).where(eq(stateHistory.entityId, id));
  expect(steps).toMatchObject([{ fromState: null, metadata: { quantity: 5 } }]);
});

it("is made of seats, of which the house keeps some off sale, at the lowest price of the others", async () => {
  const { price: _price, totalStock: _totalStock, ...input } = await givenInput(-1);
  const seats = [
    { number: "A-1", section: "A", price: 90_000, row: "A", position: 1 },
    { number: "A-2", section: "A", price: 70_000, row: "A", position: 2 },
    { number: "B-1", section: "B", price: 10_000, house: true },
  ];
  const sale = await inTransaction(ctx, (tx) => createSession(tx, { ...input, seats }));
  expect(sale).toMatchObject({ seated: true, total: 2, remaining: 2, priceKrw: 70_000 });
  const listed = await listSeats(ctx, { id: sale.id });
  expect(listed.map(({ number, status, price }) => [number, status, price])).toEqual([
    ["A-1", "AVAILABLE", 90_000],
    ["A-2", "AVAILABLE", 70_000],
    ["B-1", "BLOCKED", 10_000],
  ]);
  await expectEquationsHold();
});

it.each([
  ["a price beside seats", { price: 1000, seats: [{ number: "1", section: "A", price: 1 }] }, "totalStock"],
  ["neither stock nor seats", {}, "totalStock"],
  ["counted stock without a price", { totalStock: 5 }, "totalStock"],
  ["no seat", { seats: [] }, "seats"],
  [
    // The first is written in composed letters, the second in the parts that a keyboard sends.
    "a number twice, composed and decomposed",
    {
      seats: ["가열 1".normalize("NFC"), " 가열 1 ".normalize("NFD")].map((number) => ({
        number,
        section: "A",
        price: 1,
      })),
    },
    "seats.1.number",
  ],
])("refuses %s", async (_case, stock, path) => {
  const { eventId, startsAt, salesOpenAt, salesCloseAt } = await givenInput(-1);
  const times = { startsAt, salesOpenAt, salesCloseAt };
  const dates = Object.fromEntries(Object.entries(times).map(([name, at]) => [name, at.toISOString()]));
  const { error } = CreateEventSession.safeParse({ eventId, ...dates, ...stock });
  expect(error?.issues.map((issue) => issue.path.join("."))).toEqual([path]);
});

it("refuses dates that do not fit together, and writes nothing", async () => {
  const input = await givenInput(25);
  const refused = inTransaction(ctx, (tx) => createSession(tx, input));
  await expect(refused).rejects.toMatchObject({ reason: "invalid_argument" });
  expect(await listEventSessions(ctx, { eventId: input.eventId })).toHaveLength(1);
});
