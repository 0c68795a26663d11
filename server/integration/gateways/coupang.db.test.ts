import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeEach, expect, it, vi } from "vitest";

const KEYS = { accessKey: "0c0e5cc0-6a5d-4b3a", secretKey: "4e2a8c1f0d9b7a6e5c3d" };

/** Coupang as its documentation has it: it takes what is signed over date, method, path and query, and not long ago. */
let behave: (response: ServerResponse) => void = (response) => response.end('{"code":200,"data":[]}');
const asked: string[] = [];
const server = createServer((request, response) => {
  const { pathname, search } = new URL(request.url ?? "", "http://coupang");
  asked.push(request.url ?? "");
  const header =
    /^CEA algorithm=HmacSHA256, access-key=(\S+), signed-date=(\d{6}T\d{6}Z), signature=([0-9a-f]{64})$/;
  const [, accessKey, date = "", signature] = header.exec(request.headers.authorization ?? "") ?? [];
  const expected = createHmac("sha256", KEYS.secretKey)
    .update(`${date}${request.method}${pathname}${search.slice(1)}`)
    .digest("hex");
  const [yy, MM, dd, hh, mm, ss] = [0, 2, 4, 7, 9, 11].map((at) => date.slice(at, at + 2));
  const age = Math.abs(Date.now() - Date.parse(`20${yy}-${MM}-${dd}T${hh}:${mm}:${ss}Z`));
  if (accessKey !== KEYS.accessKey || signature !== expected || !(age < 300_000)) {
    response.writeHead(401).end('{"code":"ERROR","message":"HMAC format is invalid"}');
    return;
  }
  behave(response);
});
server.listen(0, "127.0.0.1");
await once(server, "listening");
vi.stubEnv("COUPANG_API_URL", `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
// Imported late: these modules read the setting above.
const { systemContext } = await import("../../platform/operation/context.ts");
const { authorization, coupang } = await import("./coupang.ts");
await import("../../platform/config/env.ts").then(({ env }) => env.COUPANG_API_URL);

const ctx = systemContext("test");
let vendors = 0;
const check = (keys = KEYS) => coupang.check(ctx, { vendorId: `A${10_000_000 + vendors++}`, keys });

beforeEach(() => {
  behave = (response) => response.end('{"code":200,"data":[]}');
});
afterAll(() => void server.close());

it("signs as the documentation has it", () => {
  const at = new Date("2026-11-21T08:09:10.987Z");
  const path = "/v2/providers/openapi/apis/api/v4/vendors/A00012345/ordersheets";
  const text = `261121T080910ZGET${path}status=ACCEPT`;
  const signature = createHmac("sha256", KEYS.secretKey).update(text).digest("hex");
  expect(authorization(KEYS, "GET", path, "status=ACCEPT", at)).toBe(
    `CEA algorithm=HmacSHA256, access-key=${KEYS.accessKey}, signed-date=261121T080910Z, signature=${signature}`,
  );
});

it("knows an account by its keys, and one that has none or wrong ones", async () => {
  expect(await check()).toEqual({ outcome: "connected" });
  expect(asked.at(-1)).toContain("/ordersheets?createdAtFrom=");
  expect(await check({ ...KEYS, secretKey: "another" })).toEqual({ outcome: "refused", code: "HTTP_401" });
  expect(await coupang.check(ctx, { vendorId: "A00000001" })).toEqual({
    ...{ outcome: "refused", code: "NO_KEYS" },
  });
});

it.each([
  [403, "refused"],
  [404, "refused"],
  [429, "unknown"],
  [500, "unknown"],
])("takes HTTP %i for %s", async (status, outcome) => {
  behave = (response) => void response.writeHead(status).end("{}");
  expect(await check()).toEqual({ outcome, code: `HTTP_${status}` });
});

it("does not know what a connection that is cut would have said", async () => {
  behave = (response) => void response.destroy();
  expect(await check()).toMatchObject({ outcome: "unknown" });
});

it("asks no more than eight times a second for a vendor, and others as often", async () => {
  const before = asked.length;
  const all = await Promise.all(
    Array.from({ length: 12 }, () => coupang.check(ctx, { vendorId: "A99999999", keys: KEYS })),
  );
  expect(all.filter(({ code }) => code === "TOO_MANY_CALLS")).toHaveLength(4);
  expect(asked.length - before).toBe(8);
  expect(await check()).toEqual({ outcome: "connected" });
});
