import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { sql } from "drizzle-orm";
import type { Redis } from "ioredis";
import { afterAll, beforeAll, expect, it } from "vitest";
import { db } from "#db/client.ts";
import type { EventSessionId } from "../catalog/contract.ts";
import { createApp } from "../http/app.ts";
import { apiListener } from "../http/server.ts";
import { signCallback } from "../payments/gateways/sandbox.ts";
import { madeSingleton } from "../platform/concurrency/singleton.ts";
import { redis } from "../platform/redis/redis.ts";
import { type Client, clients } from "../testing/clients.ts";
import { given, newKey } from "../testing/given.ts";
import { expectEquationsHold } from "../testing/invariants.ts";
import { patient } from "../testing/patience.ts";
import { listenUntilTold } from "../testing/streams.ts";
import { until } from "../testing/until.ts";

/** So many buy at once, after which everything that is opened once is open. */
const AT_ONCE = 30;
const ROUNDS = 3;

let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer(apiListener(createApp().fetch));
  await once(server.listen(0, "127.0.0.1"), "listening");
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

it(
  "has no more connections, timers, listeners, streams and keys of Redis after many purchases than after the first",
  async () => {
    const { id } = await given.saleOpen({ stock: AT_ONCE * (1 + ROUNDS) });
    const people = await clients(AT_ONCE);
    await buyAll(people, id);
    await openPool();
    const before = await held();
    for (let round = 0; round < ROUNDS; round++) await buyAll(people, id);
    // What is closing is gone soon; what was left behind stays.
    await until(async () => {
      expect(exceeding(await held(), before)).toEqual({});
      return true;
    });
    await expectEquationsHold();
  },
  patient(60_000),
);

/** The pool opens its connections as they are wanted, up to its size. */
const openPool = () => Promise.all(Array.from({ length: 200 }, () => db.execute(sql`select 1`)));

/** Each waits with a stream, reads, buys a ticket and leaves. */
const buyAll = (people: readonly Client[], id: EventSessionId) =>
  Promise.all(people.map((person) => buy(person, id)));

async function buy({ authorization }: Client, sessionId: EventSessionId): Promise<void> {
  const stream = await listenUntilTold(url, "queue.watch", { eventSessionId: sessionId }, { authorization });
  const post = async (path: string, body: object) => {
    const answer = await fetch(`${url}/api${path}`, {
      method: "POST",
      headers: { authorization, "content-type": "application/json", "idempotency-key": newKey() },
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(201);
    return answer.json();
  };
  const { queueToken } = await post("/queue/token", { sessionId });
  await (await fetch(`${url}/api/queue/status?token=${queueToken}`, { headers: { authorization } })).text();
  const { holdId } = await post("/reservations/hold", { sessionId, quantity: 1, queueToken });
  const { paymentSessionUrl } = await post("/payments/checkout", { holdId, method: "CARD" });
  const [ticket = ""] = new URL(paymentSessionUrl).pathname.split("/").at(-1)?.split(".") ?? [];
  const { pgPaymentId } = JSON.parse(Buffer.from(ticket, "base64url").toString());
  const { rawBody, ...headers } = signCallback({ pgPaymentId, status: "SUCCESS" }, newKey());
  const paid = await fetch(`${url}/api/payments/callback`, { method: "POST", headers, body: rawBody });
  expect(paid.status).toBe(200);
  await paid.text();
  stream.close();
}

/** What the process and its servers hold open, by kind. */
async function held(): Promise<Record<string, number>> {
  const [row] = await db.execute<{ count: string }>(
    sql`select count(*) from pg_stat_activity where datname = current_database()`,
  );
  const resources: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo()) resources[kind] = (resources[kind] ?? 0) + 1;
  const streams = [...(madeSingleton<Map<string, number>>("open-streams")?.values() ?? [])];
  const feeds = [...(madeSingleton<Map<string, { watchers: number }>>("queue-feeds")?.values() ?? [])];
  return {
    ...resources,
    "connections of Postgres": Number(row?.count),
    "connections of browsers": await promisify(server.getConnections.bind(server))(),
    "keys of Redis": await (redis as Redis).dbsize(),
    "listeners of the process": process
      .eventNames()
      .reduce((sum, name) => sum + process.listenerCount(name), 0),
    "listeners of Redis": redis.eventNames().reduce((sum, name) => sum + redis.listenerCount(name), 0),
    "places of streams": streams.reduce((sum, places) => sum + places, 0),
    "watchers of queues": feeds.reduce((sum, { watchers }) => sum + watchers, 0),
  };
}

const exceeding = (now: Record<string, number>, before: Record<string, number>) =>
  Object.fromEntries(Object.entries(now).filter(([kind, count]) => count > (before[kind] ?? 0)));
