import { once } from "node:events";
import { createServer, get, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { afterAll, describe, expect, it, vi } from "vitest";
import { redis } from "#server/platform/redis/redis.ts";
import { given } from "#server/testing/given.ts";
import { readMetrics } from "#server/testing/metrics.ts";
import { givenMessages } from "#server/testing/transmissions.ts";
import { sharedMetrics } from "../metrics.ts";
import { createApp } from "./app.ts";
import { allMetrics, METRICS_PATH, mountMetrics } from "./metrics.ts";

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.close();
});

async function serve(app: Hono): Promise<string> {
  const server = createServer(getRequestListener(app.fetch));
  servers.push(server);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const app = createApp();
const url = await serve(app);
const ask = (headers: Record<string, string> = {}, at = url) => fetch(at + METRICS_PATH, { headers });
const scrape = async () => readMetrics(await (await ask()).text());

describe("who may read metrics", () => {
  const servedWith = (reach: Parameters<typeof mountMetrics>[1]) => {
    const own = new Hono();
    mountMetrics(own, reach);
    return serve(own);
  };

  it("is a program on this machine where no token is set, and no proxy for others", async () => {
    expect((await ask()).status).toBe(200);
    for (const name of ["x-forwarded-for", "forwarded", "via", "x-real-ip"])
      expect((await ask({ [name]: "203.0.113.9" })).status).toBe(403);
    expect((await app.request(METRICS_PATH)).status).toBe(403);
  });

  it.each(["shop.example.com", "rebound.example:3000"])(
    "is nobody who asks for another name than this machine's: '%s'",
    async (host) => {
      const request = get(url + METRICS_PATH, { headers: { host } });
      const [response] = (await once(request, "response")) as [IncomingMessage];
      expect(response.resume().statusCode).toBe(403);
    },
  );

  it("is nobody where the shop has a public address and no token is set", async () => {
    const shop = await servedWith({ appUrl: "https://tickets.example.com", token: undefined });
    expect((await ask({}, shop)).status).toBe(403);
  });

  it("is who has the token, where one is set", async () => {
    const shop = await servedWith({ appUrl: "http://localhost:3000", token: "a-token" });
    const withToken = async (authorization: string) => (await ask({ authorization }, shop)).status;
    expect(await withToken("Bearer a-token")).toBe(200);
    for (const wrong of ["Bearer a-tokens", "Bearer ", "a-token"]) expect(await withToken(wrong)).toBe(401);
    expect((await ask({}, shop)).status).toBe(401);
  });
});

it("has every metric that the documentation names", async () => {
  const answer = await ask();
  expect(answer.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
  const types = [...(await answer.text()).matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, ...both]) =>
    both.join(" "),
  );
  expect(types).toEqual(expect.arrayContaining(allMetrics().map(({ name, type }) => `${name} ${type}`)));
  expect(types).toContain("nodejs_eventloop_lag_p99_seconds gauge");
  expect(new Set(types).size).toBe(types.length);
});

it("counts calls by the pattern of their path, and what no route has under one label", async () => {
  const { id } = await given.saleOpen();
  for (const path of [
    "/api/events?limit=2",
    `/api/sessions/${id}`,
    "/api/made-up/one",
    "/api/made-up/two",
    "/api/trpc/catalog.list?input=%7B%7D",
    "/api/trpc/no.such",
  ])
    await fetch(url + path);
  const { having } = await scrape();
  const counted = having("http_request_duration_seconds_count").map(({ labels }) => labels.route);
  expect(counted).toEqual(expect.arrayContaining(["/api/events", "unmatched", "/api/trpc/:path"]));
  expect(counted.filter((route) => route?.includes("made-up") || route?.includes("no.such"))).toEqual([]);
});

it("tells what the stores say: stock, queue, outbox", async () => {
  const { id } = await given.saleOpen({ stock: 5, line: { admitLimit: 1 } });
  const [first, second] = await given.two();
  await given.admitted(first, id);
  await given.admitted(second, id);
  await givenMessages(3);
  const { sum } = await scrape();
  const of = { event_session: id };
  expect([sum("inventory_remaining", of), sum("inventory_total", of)]).toEqual([5, 5]);
  expect([sum("queue_enqueue_total", of), sum("queue_allowed_total", of)]).toEqual([2, 1]);
  expect([sum("queue_length", of), sum("queue_admitted", of)]).toEqual([1, 1]);
  const data = { destination: "data-platform" };
  expect([sum("outbox_pending", data), sum("transmissions", { ...data, state: "PENDING" })]).toEqual([3, 3]);
  expect(sum("metrics_source_up")).toBe(sharedMetrics.length);
});

it("still tells what it knows while Redis is away, and says what is missing", async () => {
  const away = vi.spyOn(redis, "evalsha").mockRejectedValue(new Error("ECONNREFUSED"));
  await given.saleOpen().catch(() => {});
  const { sum, having } = await scrape();
  away.mockRestore();
  expect(sum("metrics_source_up", { source: "queue" })).toBe(0);
  expect(sum("metrics_source_up", { source: "catalog" })).toBe(1);
  expect(having("queue_length")).toEqual([]);
  expect(having("nodejs_heap_size_used_bytes")).toHaveLength(1);
});
