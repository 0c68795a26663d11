import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { db } from "#db/client.ts";
import { payments } from "#db/schema/payments.ts";
import { tickets } from "#db/schema/tickets.ts";
import { signCallback } from "#server/payments/gateways/sandbox.ts";
import { closeAll } from "#server/platform/concurrency/singleton.ts";
import { createContext } from "#server/platform/operation/context.ts";
import type { ApiProcess } from "#server/testing/api-processes.ts";
import { startApi } from "#server/testing/api-processes.ts";
import type { Client } from "#server/testing/clients.ts";
import { clients, logIn } from "#server/testing/clients.ts";
import { given, newKey } from "#server/testing/given.ts";
import { expectEquationsHold } from "#server/testing/invariants.ts";
import { until } from "#server/testing/until.ts";
import { patient } from "../testing/patience.ts";

// Hoisted above the imports, whose modules read the settings as they load.
const servers = await vi.hoisted(async () => (await import("#server/testing/servers.ts")).startOwnServers());

const STOCK = 240;
const BUYERS = 12;

let apps: ApiProcess[];
beforeAll(async () => {
  apps = await Promise.all([1, 2].map(() => startApi({ replaced: true })));
});
afterAll(async () => {
  await Promise.all(apps.map((app) => app.stop()));
  await closeAll();
  await servers.stop();
});

interface Answer {
  readonly status: number;
  readonly body: Record<string, string>;
}

/** Statuses and reasons that were answered, and how often. */
const seen = new Map<string, number>();

/** Sends a request until it has an answer that is not "later"; each try may reach the other process. */
async function post(path: string, buyer: Client, body: unknown, headers: Record<string, string> = {}) {
  for (let attempt = 0; ; attempt++) {
    const { url } = apps[attempt % apps.length] as ApiProcess;
    const answer = await send(url + path, buyer, body, headers).catch(() => undefined);
    if (!answer) continue;
    const said = `${answer.status} ${answer.body.reason ?? ""}`;
    seen.set(said, (seen.get(said) ?? 0) + 1);
    if (answer.status !== 503 && answer.body.reason !== "idempotency_in_progress") return answer;
  }
}

async function send(url: string, buyer: Client, body: unknown, headers: object): Promise<Answer> {
  const answer = await fetch(url, {
    method: "POST",
    headers: { authorization: buyer.authorization, "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return { status: answer.status, body: await answer.json() };
}

const keyed = () => ({ "idempotency-key": newKey() });

/** Buys one ticket after the other until none is left, whatever happens to the servers meanwhile. */
async function buyAll(person: Client, sessionId: string): Promise<void> {
  let buyer = person;
  for (;;) {
    const place = await post("/api/queue/token", buyer, { sessionId });
    const { queueToken } = place.body;
    if (place.status === 401) buyer = await until(() => logIn(buyer));
    if (place.body.reason === "sold_out") return;
    if (place.status !== 201) continue;
    const hold = await post("/api/reservations/hold", buyer, { sessionId, quantity: 1, queueToken }, keyed());
    if (hold.status === 201) await pay(buyer, hold.body.holdId ?? "");
  }
}

async function pay(holder: Client, holdId: string): Promise<void> {
  let buyer = holder;
  let checkout: Answer;
  for (;;) {
    checkout = await post("/api/payments/checkout", buyer, { holdId, method: "CARD" }, keyed());
    if (checkout.status !== 401) break;
    buyer = await until(() => logIn(buyer));
  }
  expect(checkout).toMatchObject({ status: 201 });
  const id = checkout.body.paymentId as `payment_${string}`;
  const [payment] = await until(() => db.select().from(payments).where(eq(payments.id, id)));
  const pgPaymentId = payment?.pgPaymentId ?? "";
  const { rawBody, ...signature } = signCallback({ pgPaymentId, status: "SUCCESS" }, newKey());
  expect(await post("/api/payments/callback", buyer, rawBody, { ...signature })).toMatchObject({
    status: 200,
  });
}

it(
  "a rush sells every ticket once while Redis is restarted and emptied and Postgres is restarted",
  async () => {
    const { id } = await given.saleOpen({ stock: STOCK, maxPerUser: 100 });
    const sold = () => db.$count(tickets, eq(tickets.eventSessionId, id));
    const rush = Promise.all((await clients(BUYERS)).map((buyer) => buyAll(buyer, id)));
    const faults = (async () => {
      await until(async () => (await sold()) >= STOCK * 0.2);
      await servers.restartRedis();
      await until(async () => (await sold()) >= STOCK * 0.4);
      await createContext().redis.flushall();
      await until(async () => (await sold()) >= STOCK * 0.6);
      await servers.restartPostgres();
    })();
    await Promise.all([rush, faults]);
    expect(await sold()).toBe(STOCK);
    await expectEquationsHold();
    expect([...seen.keys()].filter((said) => said.startsWith("5") && !said.startsWith("503"))).toEqual([]);
  },
  patient(60_000),
);
