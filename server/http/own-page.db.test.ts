import { describe, expect, it } from "vitest";
import { env } from "../platform/config/env.ts";
import { routes } from "../rest.ts";
import { appRouter } from "../router.ts";
import { newEmail, PASSWORD } from "../testing/accounts.ts";
import { clients } from "../testing/clients.ts";
import { createApp } from "./app.ts";

const app = createApp();
const JSON_TYPE = { "content-type": "application/json" };
const OWN = { origin: env.APP_URL, "sec-fetch-site": "same-origin" };
const HOLD = "/api/reservations/hold/hold_01k8v3q4f6e9hb2m5n7p8r9s0t";

interface Sent {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

async function call(path: string, { method = "POST", headers = {}, body }: Sent = {}) {
  const sent = typeof body === "string" ? body : JSON.stringify(body);
  const response = await app.request(path, { method, headers, ...(body !== undefined && { body: sent }) });
  const text = await response.text();
  const type = response.headers.get("content-type");
  return {
    ...{ status: response.status, headers: response.headers, type },
    body: type?.includes("json") && text ? JSON.parse(text) : text,
  };
}

async function anAccount() {
  const credentials = { email: newEmail(), password: PASSWORD };
  await call("/api/auth/signup", { headers: JSON_TYPE, body: credentials });
  const { headers } = await call("/api/auth/login", { headers: { ...JSON_TYPE, ...OWN }, body: credentials });
  const cookie = headers.getSetCookie().map((line) => line.split(";")[0]);
  return { credentials, cookie: cookie.join("; "), setCookies: headers.getSetCookie() };
}

/** What browsers say of a request that a page of another site, or of a sister domain, makes them send. */
const FOREIGN: [string, Record<string, string>][] = [
  ["another site", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
  ["another site, told by its origin alone", { origin: "https://evil.example" }],
  ["a sister domain", { origin: "https://blog.localhost", "sec-fetch-site": "same-site" }],
  ["a page without an origin", { origin: "null", "sec-fetch-site": "cross-site" }],
  ["a browser that hides the origin", { "sec-fetch-site": "cross-site" }],
  ["a sister domain that hides the origin", { "sec-fetch-site": "same-site" }],
  ["an origin that is no address", { origin: "evil" }],
  ["an origin that begins like ours", { origin: `${env.APP_URL}.evil.example` }],
];

describe("a write that comes from", () => {
  it.each(FOREIGN)("%s cannot log in or sign up, with a cookie or without", async (_, browser) => {
    const { credentials, cookie } = await anAccount();
    for (const path of ["/api/auth/login", "/api/auth/signup", "/api/auth/refresh", "/api/auth/logout"])
      for (const jar of [{}, { cookie }]) {
        const headers = { ...JSON_TYPE, ...browser, ...jar };
        const answer = await call(path, { headers, body: credentials });
        expect(answer).toMatchObject({ status: 403, body: { reason: "cross_site" } });
        expect(answer.headers.getSetCookie()).toEqual([]);
      }
  });

  it.each(FOREIGN)("%s changes nothing, over REST or tRPC, by cookie or with a token", async (_, browser) => {
    const { cookie } = await anAccount();
    const [client] = await clients(1);
    for (const proof of [{ cookie }, { authorization: client?.authorization ?? "" }]) {
      const headers = { ...JSON_TYPE, ...browser, ...proof };
      expect((await call(HOLD, { method: "DELETE", headers })).status).toBe(403);
      expect((await call("/api/trpc/holds.release", { headers, body: {} })).status).toBe(403);
    }
  });

  it("the app's own pages, at its address or at the one that the browser opened, is taken", async () => {
    const { cookie, setCookies } = await anAccount();
    expect(setCookies).toHaveLength(3);
    expect(setCookies.every((line) => /SameSite=Lax/.test(line))).toBe(true);
    // Pages read whose account it is, and nothing that proves so.
    const readable = setCookies.filter((line) => !/HttpOnly/.test(line));
    expect(readable).toEqual([expect.stringMatching(/^seonchak_viewer=user_\w+;/)]);
    const own = [
      OWN,
      { origin: env.APP_URL },
      { "sec-fetch-site": "same-origin" },
      { host: "192.0.2.7:3000", origin: "http://192.0.2.7:3000", "sec-fetch-site": "same-origin" },
    ];
    for (const browser of own)
      expect((await call(HOLD, { method: "DELETE", headers: { cookie, ...browser } })).status).toBe(404);
  });

  it("no browser is an API client's, whatever proves who it is", async () => {
    const { credentials, cookie } = await anAccount();
    const [client] = await clients(1);
    expect((await call("/api/auth/login", { headers: JSON_TYPE, body: credentials })).status).toBe(200);
    expect((await call("/api/auth/refresh", { headers: { ...JSON_TYPE, cookie }, body: {} })).status).toBe(
      200,
    );
    const authorization = client?.authorization ?? "";
    expect((await call(HOLD, { method: "DELETE", headers: { authorization } })).status).toBe(404);
  });

  it("a page behind a proxy that rewrites Host is refused in words that name APP_URL", async () => {
    const headers = { ...JSON_TYPE, host: "app.internal:3000", origin: "https://tickets.example" };
    const answer = await call("/api/auth/login", { headers, body: {} });
    expect(answer).toMatchObject({
      status: 403,
      body: { detail: expect.stringContaining("APP_URL"), params: { appUrl: env.APP_URL } },
    });
  });
});

const writes = routes.filter(({ method, input, body }) => method !== "get" && !(input && body));
const pathOf = (path: string) => `/api${path.replace(/:(\w+)/g, "x")}`;
/** What a form, or a script without a preflight, can make a browser send. */
const SIMPLE = ["text/plain", "text/plain; x=application/json", "application/x-www-form-urlencoded"];

describe("every write", () => {
  it.each(writes.map(({ method, path }) => [method.toUpperCase(), pathOf(path)]))(
    "%s %s is JSON or refused, and takes no field from its address",
    async (method, path) => {
      const [client] = await clients(1);
      const authorization = client?.authorization ?? "";
      const body = '{"email":"a@b.example","password":"Demo1234"}';
      for (const type of [...SIMPLE, "multipart/form-data; boundary=x", "text/json", ""]) {
        const headers = { authorization, "content-type": type };
        expect(await call(path, { method, headers, body })).toMatchObject({
          ...{ status: 415, type: "application/problem+json", body: { reason: "json_required" } },
        });
      }
      const query = "?email=a@b.example&password=Demo1234&refreshToken=x&token=x";
      const headers = { ...JSON_TYPE, authorization, "idempotency-key": crypto.randomUUID() };
      const asked = await call(path + query, { method, headers });
      expect(asked.status).toBeGreaterThanOrEqual(400);
      expect(asked.body).toMatchObject({ reason: expect.stringMatching(/invalid_argument|forbidden/) });
    },
  );

  it("takes JSON however its type is written", async () => {
    for (const type of ["application/json", "application/json; charset=utf-8", "Application/JSON ;x=1"])
      expect((await call("/api/auth/logout", { headers: { "content-type": type }, body: {} })).status).toBe(
        204,
      );
    expect((await call("/api/auth/logout")).status).toBe(204);
  });

  it("has no other method than its own, and says which", async () => {
    for (const { path } of routes) {
      const answer = await call(pathOf(path), { method: "PUT" });
      expect(answer).toMatchObject({ status: 405, body: { reason: "method_not_allowed" } });
      expect(answer.headers.get("allow")).toContain("OPTIONS");
    }
    const asked = await call("/api/auth/login", { method: "OPTIONS" });
    expect([asked.status, asked.headers.get("allow")]).toEqual([204, "OPTIONS, POST"]);
  });
});

describe("tRPC, misused,", () => {
  const mutation = "/api/trpc/holds.release";
  const query = "/api/trpc/auth.me";
  const cases: [string, string, Sent, number][] = [
    ["an unknown procedure", "/api/trpc/auth.nothing", { method: "GET" }, 404],
    ["a name of the prototype", "/api/trpc/constructor", { method: "GET" }, 404],
    ["a broken name", "/api/trpc/%ff", { method: "GET" }, 404],
    ["one unknown in a batch", "/api/trpc/auth.me,auth.no?batch=1", { method: "GET" }, 404],
    ["a mutation asked for", mutation, { method: "GET" }, 405],
    ["a query posted", query, { headers: JSON_TYPE, body: {} }, 405],
    ["a mutation put", mutation, { method: "PUT", headers: JSON_TYPE, body: {} }, 405],
    [
      "both kinds in a batch",
      "/api/trpc/auth.me,holds.release?batch=1",
      { headers: JSON_TYPE, body: {} },
      405,
    ],
    ["plain text", mutation, { headers: { "content-type": "text/plain" }, body: "{}" }, 415],
    ["a form", mutation, { headers: { "content-type": SIMPLE[2] ?? "" }, body: "a=1" }, 415],
    ["bytes", mutation, { headers: { "content-type": "application/octet-stream" }, body: "{}" }, 415],
    ["no type", mutation, {}, 415],
    ["broken JSON", mutation, { headers: JSON_TYPE, body: "{" }, 400],
    ["no JSON", mutation, { headers: JSON_TYPE, body: "" }, 400],
    ["broken JSON in the address", `${query}?input={`, { method: "GET" }, 400],
    ["a batch that is a number", `${mutation}?batch=1`, { headers: JSON_TYPE, body: "1" }, 400],
    ["a batch with a broken address", `${query}?batch=1&input=%7B`, { method: "GET" }, 400],
    ["broken parameters of a connection", `${query}?connectionParams={`, { method: "GET" }, 400],
    ["eleven at once", `/api/trpc/${Array(11).fill("auth.me").join()}?batch=1`, { method: "GET" }, 400],
    ["nothing", "/api/trpc/", { method: "GET" }, 404],
  ];

  it.each(cases)(
    "with %s answers a refusal, and nothing is logged as an error",
    async (_, path, sent, status) => {
      const headers = sent.headers ?? {};
      const answer = await call(path, { ...sent, headers });
      expect(answer.status).toBe(status);
      const [told] = [answer.body].flat();
      const reason = told.reason ?? told.error.data.reason;
      expect(reason).not.toBe("internal");
    },
  );

  it("has every procedure of the router by its full name", async () => {
    for (const name of Object.keys(appRouter._def.procedures))
      expect((await call(`/api/trpc/${name}`, { method: "PUT" })).status).toBe(405);
  });
});
