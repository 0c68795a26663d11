import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { seats } from "#db/schema/seats.ts";
import { createEvent } from "../../catalog/commands/create-event.ts";
import { createEventSession } from "../../catalog/commands/create-event-session.ts";
import { listEventSessions } from "../../catalog/queries.ts";
import { createContext } from "../../platform/operation/context.ts";
import { given } from "../../testing/given.ts";
import { givenHall, hallOf } from "../../testing/halls.ts";
import { expectEquationsHold } from "../../testing/invariants.ts";
import { createSeatMap } from "../commands/create-seat-map.ts";
import { updateSeatMap } from "../commands/update-seat-map.ts";

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const times = { startsAt: inHours(72), salesOpenAt: inHours(1), salesCloseAt: inHours(71) };
const about = { title: "첫눈", description: "겨울", venue: "서울" };
const map = { name: "대극장", venue: "서울", plan: hallOf({ rows: 1, seatsPerRow: 3 }) };

it("makes the seats of an event session, those of the house off sale, at its own prices", async () => {
  const plan = hallOf({ sections: ["R석", "S석"], rows: 1, seatsPerRow: 3 });
  const hall = await givenHall({ plan, prices: { S석: 90_000 }, house: ["R석-1-2"] });
  expect(hall).toMatchObject({ seated: true, totalStock: 5, price: 90_000 });
  const rows = await db.select().from(seats).where(eq(seats.eventSessionId, hall.id)).orderBy(seats.place);
  expect(rows.map(({ number, house, priceKrw, place }) => [number, house, priceKrw, place])).toEqual([
    ["R석-1-1", false, 150_000, 0],
    ["R석-1-2", true, 150_000, 1],
    ["R석-1-3", false, 150_000, 2],
    ["S석-1-1", false, 90_000, 3],
    ["S석-1-2", false, 90_000, 4],
    ["S석-1-3", false, 90_000, 5],
  ]);
  expect(rows[3]).toMatchObject({ section: "S석", row: "1", label: "1", position: 0 });
  await expectEquationsHold();
});

it("is made with its event too, and a later change of the map changes nothing of it", async () => {
  const seller = await given.person("SELLER");
  const { id: seatMapId } = await createSeatMap(seller.ctx(), map);
  const event = { ...about, status: "PUBLISHED" as const };
  const { id: eventId } = await createEvent(seller.ctx(), {
    ...event,
    eventSession: { ...times, seatMap: { seatMapId, version: 1 } },
  });
  await updateSeatMap(seller.ctx(), { seatMapId, readVersion: 1, plan: hallOf({ rows: 9 }) });
  const [made] = await listEventSessions(createContext(), { eventId });
  expect(made).toMatchObject({
    seated: true,
    totalStock: 3,
    drawingVersion: expect.stringMatching(/^[\w-]{22}$/),
  });
});

it("is refused for a map of someone else, one that was changed since, and for stock beside it", async () => {
  const [seller, other] = (await given.people(2, "SELLER")) as [
    Awaited<ReturnType<typeof given.person>>,
    Awaited<ReturnType<typeof given.person>>,
  ];
  const { id: seatMapId } = await createSeatMap(seller.ctx(), map);
  const eventOf = async (person: typeof seller) => (await createEvent(person.ctx(), about)).id;
  const [own, others] = [await eventOf(seller), await eventOf(other)];
  const make = (person: typeof seller, eventId: typeof own, stock: object) =>
    createEventSession(person.ctx(), { eventId, ...times, ...stock });
  await expect(make(other, others, { seatMap: { seatMapId } })).rejects.toMatchObject({ status: 404 });
  await expect(make(seller, own, { seatMap: { seatMapId, version: 2 } })).rejects.toMatchObject({
    reason: "changed_meanwhile",
  });
  for (const stock of [{ totalStock: 1 }, { price: 1 }, { seats: [{ number: "1", section: "A", price: 1 }] }])
    await expect(make(seller, own, { seatMap: { seatMapId }, ...stock })).rejects.toMatchObject({
      ...{ reason: "invalid_argument", params: { path: "totalStock" } },
    });
  const admin = await given.person("ADMIN");
  await expect(make(admin, own, { seatMap: { seatMapId } })).resolves.toMatchObject({ totalStock: 3 });
});
