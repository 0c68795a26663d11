import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { auditLog } from "#db/schema/platform.ts";
import { seatMaps } from "#db/schema/seat-maps.ts";
import { createApp } from "../http/app.ts";
import { newId } from "../platform/values/ids.ts";
import { reasonOf } from "../testing/accounts.ts";
import { type Client, clients } from "../testing/clients.ts";
import { createSeatMap } from "./commands/create-seat-map.ts";
import { importSeatMap } from "./commands/import-seat-map.ts";
import { removeSeatMap } from "./commands/remove-seat-map.ts";
import { updateSeatMap } from "./commands/update-seat-map.ts";
import type { SeatMapId } from "./contract.ts";
import { SEAT_MAPS_PER_SELLER_MAX } from "./policy.ts";
import { getSeatMap, getSeatMapDrawing, listSeatMaps } from "./queries.ts";
import { MISTAKES_SHOWN_MAX, SEAT_MAP_BYTES_MAX } from "./values.ts";

const app = createApp();
const aSeller = async () => (await clients(1, "SELLER"))[0] as Client;
const about = { name: "대극장", venue: "예술의전당" };
const plan = {
  sections: [{ id: "r", name: "R석", color: "#0072b2", price: 150_000 }],
  rows: [{ section: "r", label: "1", seats: [{ number: "1" }, { number: "2", flags: ["house" as const] }] }],
};
const HEADINGS = "section,row,number,price,x,y,flags";

const send = (client: Client, method: string, path: string, body?: object) =>
  app.request(`/api/admin/seat-maps${path}`, {
    method,
    headers: { authorization: client.authorization, "content-type": "application/json" },
    ...(body && { body: JSON.stringify(body) }),
  });

const sendFile = (client: Client, id: SeatMapId, body: string | Uint8Array, headers: object = {}) =>
  app.request(`/api/admin/seat-maps/${id}/csv`, {
    method: "POST",
    body: typeof body === "string" ? body : new Uint8Array(body),
    headers: {
      ...{ authorization: client.authorization, "content-type": "text/csv", "if-match": '"1"' },
      ...headers,
    },
  });

describe("a seat map", () => {
  it("is made, read, changed under the version that was read, and removed, with a record of each", async () => {
    const seller = await aSeller();
    const made = await (await send(seller, "POST", "", { ...about, plan })).json();
    expect(made).toMatchObject({ ...about, seatCount: 2, version: 1, ownerId: seller.userId });
    const read = await (await send(seller, "GET", `/${made.id}`)).json();
    expect(read.plan.rows[0].seats).toEqual([
      { number: "1", position: 0 },
      { number: "2", position: 1, flags: ["house"] },
    ]);
    const changed = await send(seller, "PATCH", `/${made.id}`, { readVersion: 1, name: "소극장" });
    expect(await changed.json()).toMatchObject({ name: "소극장", seatCount: 2, version: 2 });
    const outdated = await send(seller, "PATCH", `/${made.id}`, { readVersion: 1, plan });
    expect([outdated.status, (await outdated.json()).reason]).toEqual([409, "changed_meanwhile"]);
    const kept = await send(seller, "DELETE", `/${made.id}`, { readVersion: 1 });
    expect([kept.status, (await kept.json()).reason]).toEqual([409, "changed_meanwhile"]);
    for (const status of [204, 204])
      expect((await send(seller, "DELETE", `/${made.id}`, { readVersion: 2 })).status).toBe(status);
    expect((await send(seller, "GET", `/${made.id}`)).status).toBe(404);
    const records = await db.select().from(auditLog).where(eq(auditLog.target, made.id));
    expect(records.map(({ action }) => action).slice(0, 3)).toEqual([
      "seat-maps.create-seat-map",
      "seat-maps.update-seat-map",
      "seat-maps.remove-seat-map",
    ]);
  });

  it("is changed by one of two who change it at once", async () => {
    const seller = await aSeller();
    const { id: seatMapId } = await createSeatMap(seller.ctx(), about);
    const answers = await Promise.all(
      ["가", "나"].map((name) => send(seller, "PATCH", `/${seatMapId}`, { readVersion: 1, name })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await getSeatMap(seller.ctx(), { seatMapId })).toMatchObject({ version: 2 });
  });

  it("with a fault is refused by its place and rule", async () => {
    const rows = [
      ...plan.rows,
      {
        ...plan.rows[0],
        label: "2",
        seats: [
          { number: "1", position: 2 },
          { number: "2", position: 2 },
        ],
      },
    ];
    const refused = await send(await aSeller(), "POST", "", { ...about, plan: { ...plan, rows } });
    expect(await refused.json()).toMatchObject({
      status: 400,
      params: { path: "plan.rows.1.seats.1", rule: "position_twice", found: "2" },
    });
  });

  it("of 20,000 seats is taken as JSON, and a body of more than 8 MiB is not", async () => {
    const seller = await aSeller();
    const rows = Array.from({ length: 400 }, (_, row) => ({
      ...{ section: "r", label: String(row) },
      seats: Array.from({ length: 50 }, (_, seat) => ({
        number: String(seat + 1),
        x: seat + 0.25,
        y: row + 0.75,
      })),
    }));
    const made = await send(seller, "POST", "", { ...about, plan: { ...plan, rows } });
    expect(await made.json()).toMatchObject({ seatCount: 20_000 });
    const large = await send(seller, "POST", "", { ...about, name: "x".repeat(SEAT_MAP_BYTES_MAX) });
    expect(large.status).toBe(413);
  });

  it("is listed for its owner, the one changed last first, and for an admin, without its seats", async () => {
    const [seller, other, [admin]] = [await aSeller(), await aSeller(), await clients(1, "ADMIN")];
    const first = await createSeatMap(seller.ctx(), about);
    const second = await createSeatMap(seller.ctx(), about);
    const foreign = await createSeatMap(other.ctx(), about);
    await db
      .update(seatMaps)
      .set({ updatedAt: new Date("2020-01-01") })
      .where(eq(seatMaps.id, first.id));
    const { items } = await listSeatMaps(seller.ctx(), {});
    expect(items.map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(items[0]).not.toHaveProperty("plan");
    await updateSeatMap(seller.ctx(), { seatMapId: first.id, readVersion: 1, name: "100% 홀" });
    const found = await listSeatMaps(seller.ctx(), { search: "0% 홀" });
    expect(found.items.map(({ id }) => id)).toEqual([first.id]);
    const all = await listSeatMaps((admin as Client).ctx(), { limit: 100 });
    expect(all.items.map(({ id }) => id)).toEqual(expect.arrayContaining([first.id, second.id, foreign.id]));
  });

  it("is one of 200 of a seller at the most", async () => {
    const seller = await aSeller();
    const rows = Array.from({ length: SEAT_MAPS_PER_SELLER_MAX }, () => ({
      ...{ id: newId("seat_map"), ownerId: seller.userId, ...about },
      ...{ plan: { sections: [], rows: [] }, seatCount: 0 },
    }));
    await db.insert(seatMaps).values(rows);
    expect(await reasonOf(createSeatMap(seller.ctx(), about))).toBe("too_many_seat_maps");
  });

  it("is drawn in small numbers", async () => {
    const seller = await aSeller();
    const { id: seatMapId } = await createSeatMap(seller.ctx(), { ...about, plan });
    expect(await getSeatMapDrawing(seller.ctx(), { seatMapId })).toMatchObject({
      rows: [{ section: 0, label: "1", seats: 2 }],
      numbers: ["1", "2"],
      flags: [0, 8],
    });
  });

  it("of someone else is not there", async () => {
    const [seller, other] = [await aSeller(), await aSeller()];
    const { id: seatMapId } = await createSeatMap(seller.ctx(), about);
    const bytes = new TextEncoder().encode(`${HEADINGS}\nR,1,1,1,,,\n`);
    const calls: readonly (() => Promise<unknown>)[] = [
      () => getSeatMap(other.ctx(), { seatMapId }),
      () => updateSeatMap(other.ctx(), { seatMapId, readVersion: 1, name: "x" }),
      () => removeSeatMap(other.ctx(), { seatMapId, readVersion: 1 }),
      () => importSeatMap(other.ctx(), { seatMapId, readVersion: 1, bytes }),
    ];
    for (const call of calls) expect(await reasonOf(call())).toBe("not_found");
  });
});

describe("a file of seats", () => {
  it("replaces the seats of a map, and comes back byte for byte", async () => {
    const seller = await aSeller();
    const { id } = await createSeatMap(seller.ctx(), { ...about, name: '가 "나"', plan });
    const file = `\ufeff${HEADINGS}\r\nR석,1,1,99000,,,\r\n'=cmd,1,1,5,,,companion\r\n`;
    const imported = await sendFile(seller, id, file);
    expect(await imported.json()).toMatchObject({ id, seatCount: 2, version: 2 });
    const exported = await app.request(`/api/admin/seat-maps/${id}/csv`, {
      headers: { authorization: seller.authorization },
    });
    expect(Object.fromEntries(exported.headers)).toMatchObject({
      ...{ "content-type": "text/csv; charset=utf-8", etag: '"2"', "x-content-type-options": "nosniff" },
      "content-disposition": `attachment; filename="seat-map.csv"; filename*=UTF-8''%EA%B0%80%20%22%EB%82%98%22.csv`,
    });
    expect(Buffer.from(await exported.arrayBuffer()).toString()).toBe(file);
    const { plan: after } = await getSeatMap(seller.ctx(), { seatMapId: id });
    expect(after.sections[0]).toEqual({ id: "r", name: "R석", color: "#0072b2", price: 99_000 });
    const [, record] = await db.select().from(auditLog).where(eq(auditLog.target, id)).orderBy(auditLog.seq);
    expect(record).toMatchObject({ action: "seat-maps.import-seat-map", meta: { seatCount: 2, version: 2 } });
  });

  it("with mistakes changes nothing, and says how many there are and where", async () => {
    const seller = await aSeller();
    const { id } = await createSeatMap(seller.ctx(), { ...about, plan });
    const lines = Array.from({ length: MISTAKES_SHOWN_MAX + 5 }, (_, index) => `R,1,${index},free,,,`);
    const refused = await sendFile(seller, id, [HEADINGS, ...lines].join("\n"));
    const problem = await refused.json();
    expect([refused.status, refused.headers.get("content-type")]).toEqual([422, "application/problem+json"]);
    expect(problem).toMatchObject({
      reason: "seat_map_mistakes",
      params: { count: MISTAKES_SHOWN_MAX + 5, line: 2, column: "price", code: "price_wrong", found: "free" },
    });
    expect(problem.mistakes).toHaveLength(MISTAKES_SHOWN_MAX);
    expect(problem.mistakes[1]).toEqual({ line: 3, column: "price", code: "price_wrong", found: "free" });
    expect(await getSeatMap(seller.ctx(), { seatMapId: id })).toMatchObject({ version: 1, seatCount: 2 });
  });

  it.each<[string, object, number, string]>([
    ["another type", { "content-type": "text/plain" }, 415, "seat_map_kind"],
    ["no version", { "if-match": "" }, 400, "invalid_argument"],
    ["another version", { "if-match": '"7"' }, 409, "changed_meanwhile"],
    [
      "a page of another site",
      { origin: "https://evil.example", "sec-fetch-site": "cross-site" },
      403,
      "cross_site",
    ],
    ["too many bytes", { "content-length": String(SEAT_MAP_BYTES_MAX + 1) }, 413, "payload_too_large"],
  ])("of %s is refused", async (_, headers, status, reason) => {
    const seller = await aSeller();
    const { id } = await createSeatMap(seller.ctx(), about);
    const refused = await sendFile(seller, id, `${HEADINGS}\nR,1,1,1,,,\n`, headers);
    expect([refused.status, (await refused.json()).reason]).toEqual([status, reason]);
  });

  it("is not read for a buyer, nor is a large body", async () => {
    const [buyer] = (await clients(1)) as [Client];
    const { id } = await createSeatMap((await aSeller()).ctx(), about);
    expect((await sendFile(buyer, id, HEADINGS)).status).toBe(403);
    const large = { ...about, name: "x".repeat(100_000) };
    expect((await send(buyer, "POST", "", large)).status).toBe(403);
  });
});
