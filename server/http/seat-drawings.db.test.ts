import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { updateEvent } from "../catalog/commands/update-event.ts";
import { saleOf } from "../catalog/queries.ts";
import { listSeats } from "../holds/queries.ts";
import { createContext } from "../platform/operation/context.ts";
import { newId } from "../platform/values/ids.ts";
import { SeatMapDrawing } from "../seat-maps/contract.ts";
import { seatIdAt } from "../seats/values.ts";
import { type Client, clients } from "../testing/clients.ts";
import { given } from "../testing/given.ts";
import { givenHall, hallOf } from "../testing/halls.ts";
import { createApp } from "./app.ts";

const app = createApp();
const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });
const pathOf = (id: string, version: string | null) => `/api/sessions/${id}/seats/drawing?version=${version}`;

it("is kept for ever under its version and tells where each seat is, and its id", async () => {
  const { id, ids, drawingVersion } = await givenHall({
    plan: hallOf({ sections: ["R석", "S석"], rows: 2, seatsPerRow: 3 }),
    house: ["S석-1-1"],
  });
  const answer = await get(pathOf(id, drawingVersion));
  expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  const { idPrefix, flags, position, ...drawing } = SeatMapDrawing.parse(await answer.json());
  expect(drawing).toMatchObject({
    sections: [{ name: "R석" }, { name: "S석" }],
    rows: [{ section: 0, label: "1", seats: 3 }, {}, {}, {}],
  });
  expect(ids.map((_, place) => seatIdAt(idPrefix ?? "", place))).toEqual(ids);
  expect(flags.map((bits) => bits > 0)).toEqual(ids.map((_, place) => place === 6));
  expect(position.slice(0, 5)).toEqual([0, 1, 1, -2, 1]);
  const again = await get(pathOf(id, drawingVersion), { "if-none-match": `"${drawingVersion}"` });
  expect([again.status, await again.text()]).toEqual([304, ""]);
});

it("has the order in which the seats are listed, past row 10 too", async () => {
  const { id, ids } = await givenHall({ plan: hallOf({ sections: ["나", "가"], rows: 11, seatsPerRow: 2 }) });
  const listed = await listSeats(createContext(), { id });
  expect(listed.map((seat) => seat.id)).toEqual(ids);
});

it.each([
  ["gzip, deflate, br", "br", brotliDecompressSync],
  ["gzip;q=1.0, br;q=0", "gzip", gunzipSync],
  ["br;q=0, deflate", null, (bytes: Buffer) => bytes],
])("is sent to who accepts %s as %s", async (accepted, encoding, decode) => {
  const { id, drawingVersion } = await givenHall();
  const answer = await get(pathOf(id, drawingVersion), { "accept-encoding": accepted });
  expect(answer.headers.get("content-encoding")).toBe(encoding);
  const text = decode(Buffer.from(await answer.arrayBuffer())).toString();
  expect(SeatMapDrawing.parse(JSON.parse(text)).numbers).toHaveLength(100);
});

it("is 404 under another version, without a map, and for who may not see the event", async () => {
  const [seller, other] = (await clients(2, "SELLER")) as [Client, Client];
  const { id, drawingVersion } = await givenHall({ by: seller });
  const [hall, counted] = [await givenHall(), await given.saleOpen()];
  for (const path of [pathOf(id, "another"), pathOf(hall.id, drawingVersion), pathOf(counted.id, null)])
    expect((await get(path)).status).toBe(404);
  expect((await get(`/api/sessions/${id}/seats/drawing`)).status).toBe(400);
  expect((await get(pathOf(newId("event_session"), drawingVersion))).status).toBe(404);
  const { eventId } = await saleOf(createContext(), id);
  await updateEvent(seller.ctx(), { eventId, status: "DRAFT" });
  const statusFor = async (client?: Client) =>
    (await get(pathOf(id, drawingVersion), client && { authorization: client.authorization })).status;
  expect([await statusFor(), await statusFor(other), await statusFor(seller)]).toEqual([404, 404, 200]);
  const own = await get(pathOf(id, drawingVersion), { authorization: seller.authorization });
  expect(own.headers.get("cache-control")).toBe("private, max-age=31536000, immutable");
});
