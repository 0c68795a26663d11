import { eq, sql } from "drizzle-orm";
import { afterAll, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { holds } from "#db/schema/holds.ts";
import { payments } from "#db/schema/payments.ts";
import { stateHistory } from "#db/schema/platform.ts";
import type { EventSessionId } from "#server/catalog/contract.ts";
import { signCallback } from "#server/payments/gateways/sandbox.ts";
import { startApiWorkers } from "#server/testing/api-workers.ts";
import { type Client, clients } from "#server/testing/clients.ts";
import { given, newKey } from "#server/testing/given.ts";
import { readMetrics } from "#server/testing/metrics.ts";
import { patient } from "#server/testing/patience.ts";
import { until } from "#server/testing/until.ts";

const WORKERS = 2;
const BUYERS = 60;
const TICKETS = 20;

const { url, workers } = await startApiWorkers(WORKERS);
afterAll(() => workers[Symbol.asyncDispose]());

/** A connection of its own, so that the processes take turns. */
async function send(path: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(url + path, {
    method: "POST",
    headers: { "content-type": "application/json", connection: "close", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}

async function join(buyer: Client, sessionId: EventSessionId) {
  const { authorization } = buyer;
  const { body: place } = await send("/api/queue/token", { sessionId }, { authorization });
  return { authorization, sessionId, queueToken: place.queueToken };
}

async function buy({ authorization, sessionId, queueToken }: Awaited<ReturnType<typeof join>>) {
  const own = () => ({ authorization, "idempotency-key": newKey() });
  const held = { sessionId, quantity: 1, queueToken };
  const { status, body: hold } = await send("/api/reservations/hold", held, own());
  if (status !== 201) return;
  const { body: checkout } = await send(
    "/api/payments/checkout",
    { holdId: hold.holdId, method: "CARD" },
    own(),
  );
  const [payment] = await db.select().from(payments).where(eq(payments.id, checkout.paymentId));
  const pgPaymentId = payment?.pgPaymentId ?? "";
  const { rawBody, ...signature } = signCallback({ pgPaymentId, status: "SUCCESS" }, newKey());
  await send("/api/payments/callback", rawBody, signature);
}

const scrape = async () => {
  const answer = await fetch(`${url}/api/metrics`, {
    headers: { connection: "close" },
    // A process that is being stopped may have taken the connection with it.
    signal: AbortSignal.timeout(patient(1000)),
  });
  return readMetrics(await answer.text());
};

it("counts a rush over two processes as Postgres does, whichever of them is asked", {
  timeout: patient(60_000),
}, async () => {
  const before = await db.$count(stateHistory);
  const { id } = await given.saleOpen({ stock: TICKETS });
  // What this test's own process did to open the sale is no count of theirs.
  const own = (await db.$count(stateHistory)) - before;
  const buyers = await clients(BUYERS);
  // All are in before the first buys: the queue takes no one once everything is sold.
  const places = await Promise.all(buyers.map((buyer) => join(buyer, id)));
  await Promise.all(places.map(buy));
  const first = await scrape();
  expect(first.sum("app_workers", { state: "running" })).toBe(WORKERS);
  expect(first.sum("app_workers", { state: "answering" })).toBe(WORKERS);
  const counting = first.having("http_request_duration_seconds_count").map(({ labels }) => labels.worker);
  expect([...new Set(counting)].sort()).toEqual(["1", "2"]);

  const sum = first.sum;
  const route = "/api/reservations/hold";
  expect(sum("hold_success_total")).toBe(TICKETS);
  expect(
    sum("hold_fail_total", { reason: "insufficient_stock" }) + sum("hold_fail_total", { reason: "sold_out" }),
  ).toBe(BUYERS - TICKETS);
  expect(sum("http_request_duration_seconds_count", { route })).toBe(BUYERS);
  expect(sum("http_request_duration_seconds_count", { route, status: "201" })).toBe(
    await db.$count(holds, eq(holds.eventSessionId, id)),
  );
  expect(sum("payment_succeed_total")).toBe(await db.$count(payments, eq(payments.state, "completed")));
  expect(sum("queue_enqueue_total", { event_session: id })).toBe(BUYERS);
  expect(sum("inventory_remaining", { event_session: id })).toBe(0);

  const written = await db.execute<{ machine: string; from: string; to: string; count: number }>(sql`
    select entity as machine, coalesce(from_state, '') as "from", to_state as "to", count(*)::int as count
    from state_history where entity in ('hold', 'order', 'payment') group by 1, 2, 3`);
  for (const { count, ...labels } of written)
    expect([labels, sum("state_transitions_total", labels)]).toEqual([labels, count]);
  expect(own).toBeGreaterThan(0);

  const totals = [
    "hold_success_total",
    "hold_fail_total",
    "payment_succeed_total",
    "state_transitions_total",
  ];
  for (let again = 0; again < 2 * WORKERS; again++) {
    const next = await scrape();
    expect(totals.map((name) => next.sum(name))).toEqual(totals.map((name) => sum(name)));
  }
});

it("goes on with the place of a process that was replaced", { timeout: patient(60_000) }, async () => {
  // Whole seconds, so they are compared with each other and not with the clock: a start takes more than one.
  const startsOf = ({ having }: Awaited<ReturnType<typeof scrape>>) => having("process_start_time_seconds");
  const before = startsOf(await scrape()).map(({ value }) => value);
  workers.restart();
  const replaced = async () => {
    const next = await scrape();
    const started = startsOf(next);
    const isAll = next.sum("app_workers", { state: "answering" }) === WORKERS;
    return isAll && started.every(({ value }) => value > Math.max(...before)) ? started : undefined;
  };
  const started = await until(replaced, { timeoutMs: 30_000 });
  expect(started?.map(({ labels }) => labels.worker).sort()).toEqual(["1", "2"]);
});
