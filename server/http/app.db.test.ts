import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { users } from "#db/schema/auth.ts";
import { auditLog, idempotencyKeys, stateHistory } from "#db/schema/platform.ts";
import { env } from "#server/platform/config/env.ts";
import type { RestRoute } from "#server/platform/http/rest.ts";
import { signedWebhook } from "#server/platform/http/webhook.ts";
import { INNGEST_PATH } from "#server/platform/jobs/inngest.ts";
import type { Role } from "#server/platform/operation/context.ts";
import { redis } from "#server/platform/redis/redis.ts";
import { clients } from "#server/testing/clients.ts";
import { given } from "#server/testing/given.ts";
import { routes } from "../rest.ts";
import { createApp } from "./app.ts";

const app = createApp();
/** The headers of a person who is logged in. */
async function aClient(role: Role = "USER") {
  const [client] = await clients(1, role);
  return { authorization: client?.authorization ?? "" };
}

interface Sent {
  readonly body?: unknown;
  readonly text?: string;
  readonly headers?: Record<string, string>;
}

async function call(method: string, path: string, { body, text, headers = {} }: Sent = {}) {
  const sent = text ?? (body === undefined ? undefined : JSON.stringify(body));
  const response = await app.request(path, {
    method,
    headers: { ...(sent === undefined ? {} : { "content-type": "application/json" }), ...headers },
    ...(sent === undefined ? {} : { body: sent }),
  });
  const answer = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    text: answer,
    body: answer ? JSON.parse(answer) : null,
  };
}

const pathOf = ({ path }: RestRoute) => `/api${path.replace(/:(\w+)/g, "x")}`;
const rowsOf = () =>
  Promise.all([users, auditLog, stateHistory, idempotencyKeys].map((table) => db.$count(table)));

describe("every REST call", () => {
  it.each(routes.map((route) => [`${route.method.toUpperCase()} ${route.path}`, route] as const))(
    "%s answers hostile input with a 4xx problem and writes nothing",
    async (_, route) => {
      const { authorization } = await aClient();
      // Sales that are open would give a place to a body that is this id alone.
      const { id: sessionId } = await given.saleOpen({ salesOpenInHours: 1 });
      const before = await rowsOf();
      const hostile = fc.oneof(
        fc.constantFrom<unknown>(
          null,
          [],
          "text",
          Number.POSITIVE_INFINITY,
          -1,
          0,
          { unknown: 1 },
          { role: "ADMIN" },
        ),
        fc
          .constantFrom(
            '{"__proto__":{"a":1},"unknown":1}',
            '{"constructor":{"prototype":{}}}',
            "{",
            "nul\u0000",
            '"\\ud800"',
          )
          .map((text) => ({ raw: text })),
        fc.dictionary(
          fc.constantFrom(
            "sessionId",
            "quantity",
            "queueToken",
            "holdId",
            "method",
            "email",
            "password",
            "title",
          ),
          fc.constantFrom<unknown>(
            null,
            -1,
            0,
            1.5,
            1e308,
            "\u0000",
            "\ud800",
            "x".repeat(20_000),
            [],
            {},
            sessionId,
          ),
          { minKeys: 1 },
        ),
      );
      await fc.assert(
        fc.asyncProperty(hostile, async (input) => {
          const raw =
            typeof input === "object" && input !== null && "raw" in input ? String(input.raw) : undefined;
          const text = route.method === "get" ? undefined : (raw ?? JSON.stringify(input));
          const answer = await call(
            route.method.toUpperCase(),
            pathOf(route) + (route.method === "get" ? "?unknown=1" : ""),
            {
              ...(text === undefined ? {} : { text }),
              headers: { authorization, "idempotency-key": crypto.randomUUID() },
            },
          );
          expect(answer.status).toBeGreaterThanOrEqual(400);
          expect(answer.status).toBeLessThan(500);
          expect(answer.headers.get("content-type")).toBe("application/problem+json");
          expect(answer.body).toMatchObject({
            status: answer.status,
            reason: expect.any(String),
            traceId: expect.any(String),
          });
        }),
        // More would be refused for their number alone.
        { numRuns: 20 },
      );
      const after = await rowsOf();
      // A refused webhook leaves its audit row, and nothing else.
      if (route.input === signedWebhook) after[1] = before[1] as number;
      expect(after).toEqual(before);
    },
  );

  it.each(
    routes.filter(({ operation }) => !operation.allow.public).map((route) => [pathOf(route), route] as const),
  )("%s tells nothing without an account", async (path, route) => {
    const answer = await call(route.method.toUpperCase(), path);
    expect(answer).toMatchObject({ status: 401, body: { code: "401_UNAUTHORIZED" } });
  });

  it.each(
    routes
      .filter(({ operation }) => operation.allow.name === "ADMIN or SELLER")
      .map((route) => [pathOf(route), route] as const),
  )("%s is forbidden to a buyer", async (path, route) => {
    const { authorization } = await aClient();
    expect(await call(route.method.toUpperCase(), path, { headers: { authorization } })).toMatchObject({
      status: 403,
    });
  });

  it.each(
    routes.filter(({ operation }) => operation.idempotent).map((route) => [pathOf(route), route] as const),
  )("%s asks for an Idempotency-Key", async (_, route) => {
    expect(route.operation.idempotent).toBe(true);
    const { authorization } = await aClient(route.operation.allow.name === "ADMIN" ? "ADMIN" : "USER");
    const { id: sessionId } = await given.saleOpen();
    const digits = "01k8v3q4f6e9hb2m5n7p8r9s0t";
    const bodies: Record<string, object> = {
      "/reservations/hold": { sessionId, quantity: 1, queueToken: "x" },
      "/payments/checkout": { holdId: `hold_${digits}`, method: "CARD" },
      "/admin/orders/:id/refunds": { note: "for the test" },
    };
    const body = bodies[route.path];
    const id = `${route.path.includes("/orders/") ? "order" : "refund"}_${digits}`;
    const path = `/api${route.path.replace(/:\w+/, id)}`;
    const answer = await call("POST", path, { ...(body && { body }), headers: { authorization } });
    expect(answer).toMatchObject({ status: 400, body: { reason: "idempotency_key_missing" } });
  });
});

describe("the API", () => {
  it("replays a hold byte for byte and says so", async () => {
    const { authorization } = await aClient();
    const { id } = await given.saleOpen();
    const { body: place } = await call("POST", "/api/queue/token", {
      body: { sessionId: id },
      headers: { authorization },
    });
    const hold = () =>
      call("POST", "/api/reservations/hold", {
        body: { sessionId: id, quantity: 1, queueToken: place.queueToken },
        headers: { authorization, "x-idempotency-key": "one-and-the-same" },
      });
    const first = await hold();
    const second = await hold();
    expect(first).toMatchObject({ status: 201 });
    expect(first.headers.get("idempotency-replayed")).toBeNull();
    expect(second).toMatchObject({ status: 201, text: first.text });
    expect(second.headers.get("idempotency-replayed")).toBe("true");
  });

  it("replays a refusal byte for byte, trace id and all", async () => {
    const { authorization } = await aClient();
    const { id } = await given.saleOpen({ stock: 1 });
    const { body: place } = await call("POST", "/api/queue/token", {
      body: { sessionId: id },
      headers: { authorization },
    });
    const hold = () =>
      call("POST", "/api/reservations/hold", {
        body: { sessionId: id, quantity: 2, queueToken: place.queueToken },
        headers: { authorization, "idempotency-key": "too-many" },
      });
    const first = await hold();
    const second = await hold();
    expect(first).toMatchObject({ status: 409, body: { reason: "insufficient_stock" } });
    expect(second.text).toBe(first.text);
    expect(second.headers.get("idempotency-replayed")).toBe("true");
  });

  it("refuses a body over 64 kB", async () => {
    const answer = await call("POST", "/api/auth/login", {
      text: JSON.stringify({ email: "x".repeat(70_000) }),
    });
    expect(answer).toMatchObject({ status: 413, body: { reason: "payload_too_large" } });
  });

  it("refuses a larger body at every door, announced or not, with 413", async () => {
    const server = createServer(getRequestListener(app.fetch)).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const send = (path: string, body: string, announced: boolean) =>
      fetch(`http://127.0.0.1:${port}${path}`, {
        ...{ method: "POST", headers: { "content-type": "application/json" } },
        ...(announced ? { body } : { body: new Blob([body]).stream(), duplex: "half" }),
      } as RequestInit);
    const body = JSON.stringify({ x: "x".repeat(70_000) });
    const doors = ["/api/auth/login", "/api/trpc/holds.release", "/api/payments/callback", "/api/nothing"];
    for (const door of [...doors, "/api/sandbox/data-platform", INNGEST_PATH])
      for (const announced of [true, false]) {
        const answer = await send(door, body, announced);
        expect([door, announced, answer.status]).toEqual([door, announced, 413]);
        expect(await answer.json()).toMatchObject({ reason: "payload_too_large" });
      }
    const huge = await fetch(`http://127.0.0.1:${port}${INNGEST_PATH}`, {
      ...{ method: "POST", body: "x".repeat(4_300_000) },
      headers: { "x-inngest-signature": "t=1&s=00" },
    });
    expect(huge.status).toBe(413);
    server.close();
  });

  it("counts each write of a batch", async () => {
    const { authorization } = await aClient();
    const batch = (names: number) =>
      call("POST", `/api/trpc/${Array(names).fill("holds.release").join()}?batch=1`, {
        ...{ body: {}, headers: { authorization } },
      });
    // All at once, since what a person may write is counted by the second.
    const answers = await Promise.all([batch(10), batch(10), batch(1)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([400, 400, 429]);
    expect(answers.find(({ status }) => status === 429)?.body).toMatchObject({ reason: "rate_limited" });
  });

  it("describes every route in its OpenAPI document", async () => {
    const { body } = await call("GET", "/api/openapi.json");
    const described = Object.entries<Record<string, unknown>>(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    expect(described.sort()).toEqual(
      routes.map(({ method, path }) => `${method} /api${path.replace(/:(\w+)/g, "{$1}")}`).sort(),
    );
  });

  it("says that it cannot sell while Redis is away, and is healthy again by itself", async () => {
    redis.disconnect();
    expect(await call("GET", "/api/health")).toMatchObject({ status: 200, body: { status: "UNHEALTHY" } });
    expect(await call("GET", "/api/health/ready")).toMatchObject({ status: 503 });
    expect(await call("GET", "/api/health/live")).toMatchObject({ status: 200 });
    await redis.connect();
    // A busy machine's check may take long, and is degraded then.
    await expect
      .poll(() => call("GET", "/api/health/ready"))
      .toMatchObject({ status: 200, body: { status: "HEALTHY" } });
  });
});

describe("a body that is signed as it stands", () => {
  const json = JSON.stringify({ messageId: "m", to: "+82", from: "a", text: "문자", receivedAt: "now" });
  it.each([
    ["begins with a byte order mark", Buffer.from(`\ufeff${json}`)],
    ["is in another encoding", Buffer.from(json.replace("문자", "\xb9\xae\xc0\xda"), "latin1")],
    ["is cut", Buffer.from(json.slice(0, -1))],
  ])("and %s is malformed, not forged", async (_, body) => {
    const [id, timestamp] = [crypto.randomUUID(), String(Math.floor(Date.now() / 1000))];
    const signature = createHmac("sha256", env.SMS_WEBHOOK_SECRET)
      .update(`${id}.${timestamp}.`)
      .update(body)
      .digest("base64");
    const response = await app.request("/api/integration/inbound/sms", {
      method: "POST",
      headers: {
        ...{ "content-type": "application/json", "webhook-id": id, "webhook-timestamp": timestamp },
        "webhook-signature": `v1,${signature}`,
      },
      body: new Uint8Array(body),
    });
    expect([response.status, (await response.json()).reason]).toEqual([400, "malformed_json"]);
  });
});
