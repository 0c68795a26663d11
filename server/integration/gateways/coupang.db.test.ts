import { createHmac } from "node:crypto";
import type { ServerResponse } from "node:http";
import { afterAll, beforeEach, expect, it, vi } from "vitest";
import { systemContext } from "../../platform/operation/context.ts";
import type { GotRequest } from "../../testing/misbehaving-server.ts";
import { authorization, coupang } from "./coupang.ts";

const KEYS = { accessKey: "0c0e5cc0-6a5d-4b3a", secretKey: "4e2a8c1f0d9b7a6e5c3d" };

// Hoisted above the imports, whose modules read the settings as they load.
const server = await vi.hoisted(async () => {
  const { oddServer } = await import("../../testing/misbehaving-server.ts");
  const odd = await oddServer((_, response) => response.end());
  vi.stubEnv("COUPANG_API_URL", odd.url);
  return odd;
});

/** Answers as Coupang's documentation has it: it takes what is signed over date, method, path and query, and not long ago. */
const signedAnd =
  (answer: (response: ServerResponse) => void) =>
  ({ headers, method, url }: GotRequest, response: ServerResponse) => {
    const { pathname, search } = new URL(url, "http://coupang");
    const header =
      /^CEA algorithm=HmacSHA256, access-key=(\S+), signed-date=(\d{6}T\d{6}Z), signature=([0-9a-f]{64})$/;
    const [, accessKey, date = "", signature] = header.exec(headers.authorization ?? "") ?? [];
    const expected = createHmac("sha256", KEYS.secretKey)
      .update(`${date}${method}${pathname}${search.slice(1)}`)
      .digest("hex");
    const [yy, MM, dd, hh, mm, ss] = [0, 2, 4, 7, 9, 11].map((at) => date.slice(at, at + 2));
    const age = Math.abs(Date.now() - Date.parse(`20${yy}-${MM}-${dd}T${hh}:${mm}:${ss}Z`));
    if (accessKey !== KEYS.accessKey || signature !== expected || !(age < 300_000))
      response.writeHead(401).end('{"code":"ERROR","message":"HMAC format is invalid"}');
    else answer(response);
  };
const answers = (answer: (response: ServerResponse) => void) => server.answers(signedAnd(answer));

const ctx = systemContext("test");
let vendors = 0;
const check = (keys = KEYS) => coupang.check(ctx, { vendorId: `A${10_000_000 + vendors++}`, keys });

beforeEach(() => answers((response) => response.end('{"code":200,"data":[]}')));
afterAll(() => server.stop());

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
  expect(server.got.at(-1)?.url).toContain("/ordersheets?createdAtFrom=");
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
  answers((response) => void response.writeHead(status).end("{}"));
  expect(await check()).toEqual({ outcome, code: `HTTP_${status}` });
});

it("does not know what a connection that is cut would have said", async () => {
  answers((response) => void response.destroy());
  expect(await check()).toMatchObject({ outcome: "unknown" });
});

it("asks no more than eight times a second for a vendor, and others as often", async () => {
  const before = server.got.length;
  const all = await Promise.all(
    Array.from({ length: 12 }, () => coupang.check(ctx, { vendorId: "A99999999", keys: KEYS })),
  );
  expect(all.filter(({ code }) => code === "TOO_MANY_CALLS")).toHaveLength(4);
  expect(server.got.length - before).toBe(8);
  expect(await check()).toEqual({ outcome: "connected" });
});
