import { describe, expect, it, vi } from "vitest";
import { isWebhook } from "../platform/http/rest.ts";
import { routes } from "../rest.ts";
import { newEmail, PASSWORD } from "../testing/accounts.ts";
import { clients } from "../testing/clients.ts";
import { createApp } from "./app.ts";

// Hoisted above the imports, whose modules read the settings as they load.
const ORIGIN = vi.hoisted(() => {
  const origin = "https://app.example.com";
  vi.stubEnv("CORS_ORIGINS", `${origin}, http://localhost:5173`);
  return origin;
});

const app = createApp();
const HOLD = "/api/reservations/hold/hold_01k8v3q4f6e9hb2m5n7p8r9s0t";
const BROWSER = { origin: ORIGIN, "sec-fetch-site": "cross-site" };
const JSON_TYPE = { "content-type": "application/json" };

const preflight = (path: string, origin = ORIGIN) =>
  app.request(path, {
    method: "OPTIONS",
    headers: {
      ...{ origin, "access-control-request-method": "POST" },
      "access-control-request-headers": "authorization,content-type,idempotency-key",
    },
  });

describe("a page of an origin in CORS_ORIGINS", () => {
  it("may call every REST call, and is never allowed credentials", async () => {
    for (const route of routes.filter((one) => !isWebhook(one))) {
      const path = route.path.replace(/:(\w+)/g, "x");
      const { status, headers } = await preflight(`/api${path}`);
      expect([path, status, headers.get("access-control-allow-origin")]).toEqual([path, 204, ORIGIN]);
      expect(headers.get("access-control-allow-credentials")).toBeNull();
      expect(headers.get("vary")).toContain("Origin");
      expect(headers.get("access-control-allow-headers")).toMatch(/Authorization.*Idempotency-Key/);
    }
  });

  it("logs in and goes on with its tokens alone: no cookie is set, and none counts", async () => {
    const credentials = { email: newEmail(), password: PASSWORD };
    const post = (path: string, body: unknown, headers = {}) =>
      app.request(path, {
        ...{ method: "POST", body: JSON.stringify(body) },
        headers: { ...JSON_TYPE, ...BROWSER, ...headers },
      });
    expect((await post("/api/auth/signup", credentials)).status).toBe(201);
    const login = await post("/api/auth/login", credentials);
    expect(login.headers.getSetCookie()).toEqual([]);
    const { accessToken, refreshToken } = await login.json();
    const orders = (headers: Record<string, string>) =>
      app.request("/api/me/orders", { headers: { ...BROWSER, ...headers } });
    const read = await orders({ authorization: `Bearer ${accessToken}` });
    expect([read.status, read.headers.get("access-control-allow-origin")]).toEqual([200, ORIGIN]);
    expect(read.headers.get("access-control-expose-headers")).toMatch(/Retry-After.*Idempotency-Replayed/);
    expect((await orders({ cookie: `seonchak_access=${accessToken}` })).status).toBe(401);
    const cookie = { cookie: `seonchak_refresh=${refreshToken}` };
    expect((await post("/api/auth/refresh", {}, cookie)).status).toBe(401);
    const refreshed = await post("/api/auth/refresh", { refreshToken });
    expect(await refreshed.json()).toMatchObject({
      accessToken: expect.any(String),
      refreshToken: expect.any(String),
    });
  });

  it("writes with a bearer's token, and reads its refusals", async () => {
    const [client] = await clients(1);
    const headers = { ...BROWSER, authorization: client?.authorization ?? "" };
    const answer = await app.request(HOLD, { method: "DELETE", headers });
    expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([404, ORIGIN]);
  });

  it("has no part in the pages' own calls and the background functions", async () => {
    const [client] = await clients(1);
    const headers = { ...BROWSER, ...JSON_TYPE, authorization: client?.authorization ?? "" };
    for (const path of ["/api/trpc/holds.release", "/api/inngest", "/api/sandbox/data-platform"])
      expect((await preflight(path)).headers.get("access-control-allow-origin")).toBeNull();
    const called = await app.request("/api/trpc/holds.release", { method: "POST", headers, body: "{}" });
    expect([called.status, called.headers.get("access-control-allow-origin")]).toEqual([403, null]);
  });
});

it.each(["https://evil.example", "https://app.example.com.evil.example", "http://app.example.com", "null"])(
  "a page of %s may not call, whatever it proves",
  async (origin) => {
    expect((await preflight(HOLD, origin)).headers.get("access-control-allow-origin")).toBeNull();
    const [client] = await clients(1);
    const headers = { origin, authorization: client?.authorization ?? "" };
    expect((await app.request(HOLD, { method: "DELETE", headers })).status).toBe(403);
  },
);
