import { expect, it } from "vitest";
import { createDoorLink } from "../doors/commands/create-door-link.ts";
import { revokeDoorLink } from "../doors/commands/revoke-door-link.ts";
import { clients } from "../testing/clients.ts";
import { givenDevice, givenDoors } from "../testing/doors.ts";
import { newKey } from "../testing/given.ts";
import { until } from "../testing/until.ts";
import { createApp } from "./app.ts";

const app = createApp();

async function post(path: string, body: object, headers: Record<string, string> = {}) {
  const response = await app.request(path, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json", ...headers },
  });
  return { response, answer: await response.json() };
}

/** A device that opened a link over HTTP, by its cookie. */
async function givenCookie() {
  const doors = await givenDoors();
  const { token, id } = await createDoorLink(doors.seller.ctx(), { eventSessionId: doors.id, name: "정문" });
  const { response, answer } = await post("/api/door/devices", { token });
  const [cookie = "", ...rules] = response.headers.get("set-cookie")?.split("; ") ?? [];
  return { ...doors, linkId: id, token, answer, status: response.status, headers: { cookie }, rules };
}

it("gives a device a cookie that scripts cannot read and only the calls of the door are sent", async () => {
  const { status, answer, rules, headers, qrs } = await givenCookie();
  expect(status).toBe(201);
  expect(answer).toMatchObject({ entrance: "정문", counts: { sold: 1 } });
  expect(JSON.stringify(answer)).not.toContain(headers.cookie.split("=")[1]);
  expect(rules).toEqual(expect.arrayContaining(["HttpOnly", "Path=/api/door", "SameSite=Lax"]));
  const scans = [{ key: newKey(), code: qrs[0] }];
  const scanned = await post("/api/door/scans", { scans }, headers);
  expect(scanned.answer).toMatchObject({ results: [{ outcome: "admitted" }], counts: { entered: 1 } });
});

it("opens no other call with that cookie, nor a door with an account", async () => {
  const { headers, token, qrs } = await givenCookie();
  const [admin] = await clients(1, "ADMIN");
  const authorization = admin?.authorization ?? "";
  for (const path of ["/api/me/tickets", "/api/me/orders", "/api/admin/events", "/api/admin/refunds"])
    expect((await app.request(path, { headers })).status, path).toBe(401);
  expect((await post("/api/tickets/check-in", { qr: qrs[0], gate: "A" }, headers)).response.status).toBe(401);
  for (const path of ["/api/door", "/api/door/tickets", "/api/door/watch"])
    expect((await app.request(path, { headers: { authorization } })).status, path).toBe(401);
  // Neither the link's secret nor one that is no secret at all is a device's.
  for (const cookie of [`seonchak_door=${token}`, "seonchak_door=x"])
    expect((await app.request("/api/door", { headers: { cookie } })).status).toBe(401);
});

it("takes no cookie along from a page of another site", async () => {
  const { headers, qrs } = await givenCookie();
  const foreign = { ...headers, origin: "https://evil.example", "sec-fetch-site": "cross-site" };
  const { response } = await post("/api/door/scans", { scans: [{ key: newKey(), code: qrs[0] }] }, foreign);
  expect(response.status).toBe(403);
  expect((await app.request("/api/door", { headers: foreign })).status).toBe(401);
});

it("tells a device that watches what other doors scan, and at once that its link was revoked", async () => {
  const { headers, id, linkId, seller, qrs } = await givenCookie();
  const closing = new AbortController();
  const watching = await app.request("/api/door/watch", { headers, signal: closing.signal });
  let told = "";
  const reading = (async () => {
    for await (const chunk of (watching.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream()))
      told += chunk;
  })();
  await until(async () => told.includes('"entered":0'));
  const other = await givenDevice(seller, id, "후문");
  await other.scan(qrs[0] ?? "");
  await until(async () => told.includes('"entered":1') && told.includes('"usedWhere":"후문"'));
  await revokeDoorLink(seller.ctx(), { id: linkId });
  await until(async () => told.includes("event: ended"));
  await reading;
  expect((await app.request("/api/door/watch", { headers })).status).toBe(401);
});
