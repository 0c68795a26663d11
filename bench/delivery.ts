import { fork } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { PgBoss } from "pg-boss";
import postgres from "postgres";
import { freePort } from "#scripts/services/loopback.ts";
import { inTransaction } from "#server/platform/database/transaction.ts";
import { systemContext } from "#server/platform/operation/context.ts";
import type { DestinationName } from "#server/transmissions/contract.ts";
import type { Delivered, Destination } from "#server/transmissions/gateway.ts";
import { deliverDue } from "#server/transmissions/jobs/deliver-due.ts";
import { claimDue } from "#server/transmissions/store.ts";

const WORKERS = 8;
const DELIVERIES = 3000;
const SECONDS_MAX = 20;
const BATCH_SIZE = 10;
const CLAIMS = 50;
const DRAIN = { messages: 30_000, delayMs: 200, workers: 8 };

const ctx = systemContext("bench");

export interface DeliveryFigures {
  /** Deliveries a second. */
  readonly figure: number;
  readonly baseline: number;
  /** Milliseconds that each claim of ten took. */
  readonly claimsMs: readonly number[];
}

/** Deliveries a second with so many more messages waiting, beside pg-boss fetching, calling and completing as many. */
export async function benchDelivery(backlog: number): Promise<DeliveryFigures> {
  const receiver = await startReceiver(0);
  try {
    await fill({ "data-platform": backlog + DELIVERIES + CLAIMS * BATCH_SIZE });
    const claimsMs = await timeClaims();
    const figure = await perSecond((delivered) => ours(receiver.url, delivered));
    const baseline = await theirs(receiver.url, backlog + DELIVERIES);
    return { figure, baseline, claimsMs };
  } finally {
    await receiver.stop();
  }
}

/** Seconds until all are delivered to a receiver that takes its time, while another destination hangs. */
export async function benchDrain(): Promise<{ readonly seconds: number; readonly least: number }> {
  const { messages, delayMs, workers } = DRAIN;
  const receiver = await startReceiver(delayMs);
  const stop = new AbortController();
  try {
    await fill({ "data-platform": messages, email: 1000 });
    const hanging = work("email", { deliver: hang }, 2, stop.signal);
    const startedAt = performance.now();
    await work(
      "data-platform",
      http(receiver.url, () => {}),
      workers,
      stop.signal,
    );
    const seconds = (performance.now() - startedAt) / 1000;
    stop.abort();
    await hanging;
    return { seconds, least: (messages * delayMs) / 1000 / (workers * BATCH_SIZE) };
  } finally {
    await receiver.stop();
  }
}

/** Runs until enough is delivered, or it has become clear that it is slow. */
async function perSecond(run: (delivered: () => boolean) => Promise<unknown>): Promise<number> {
  let count = 0;
  const startedAt = performance.now();
  const seconds = () => (performance.now() - startedAt) / 1000;
  await run(() => ++count >= DELIVERIES || seconds() > SECONDS_MAX);
  return count / seconds();
}

const http = (url: string, delivered: () => void): Destination => ({
  async deliver({ body }): Promise<Delivered> {
    await call(url, body);
    delivered();
    return { outcome: "sent", status: 200 };
  },
});

/** Both sides make the same call, so that the difference is everything around it. */
function call(url: string, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      { method: "POST", agent, headers: { "content-length": Buffer.byteLength(body) } },
      (response) => {
        response.resume().once("end", resolve).once("error", reject);
      },
    );
    asked.once("error", reject);
    asked.end(body);
  });
}

const agent = new Agent({ keepAlive: true });

/** A receiver that does not answer within the app's ten seconds. */
const hang = (_: unknown, signal: AbortSignal): Promise<Delivered> =>
  sleep(10_000, undefined, { signal }).then(
    () => ({ outcome: "timeout" }),
    () => ({ outcome: "timeout" }),
  );

const work = (name: DestinationName, gateway: Destination, workers: number, signal: AbortSignal) =>
  deliverDue(ctx, { name, gateway }, { workers, secondsMax: 3600, signal });

async function ours(url: string, delivered: () => boolean): Promise<void> {
  const stop = new AbortController();
  const gateway = http(url, () => delivered() && stop.abort());
  await work("data-platform", gateway, WORKERS, stop.signal);
}

/** Runs pg-boss as its documentation shows: fetch, call, complete. Workers and batch size are the same as ours. */
async function theirs(url: string, jobs: number): Promise<number> {
  const boss = new PgBoss({
    connectionString: process.env.MIGRATION_DATABASE_URL ?? "",
    schema: `boss_${Date.now()}`,
  });
  await boss.start();
  try {
    await boss.createQueue("delivery");
    for (let made = 0; made < jobs; made += CHUNK)
      await boss.insert(
        "delivery",
        Array.from({ length: Math.min(CHUNK, jobs - made) }, (_, index) => ({ data: payload(made + index) })),
      );
    await sql`vacuum analyze`;
    return await perSecond(async (delivered) => {
      let over = false;
      const worker = async () => {
        while (!over) {
          const batch = await boss.fetch<object>("delivery", { batchSize: BATCH_SIZE });
          if (batch.length === 0) return;
          await Promise.all(
            batch.map(async ({ data }) => {
              await call(url, JSON.stringify(data));
              over = delivered();
            }),
          );
          await boss.complete(
            "delivery",
            batch.map(({ id }) => id),
          );
        }
      };
      await Promise.all(Array.from({ length: WORKERS }, worker));
    });
  } finally {
    await boss.stop({ graceful: false });
  }
}

const CHUNK = 10_000;
const payload = (index: number) => ({
  orderId: `order_${index}`,
  userId: "user_1",
  amount: 50_000,
  items: [],
});

/** A separate connection, because the app's statement timeout would end a statement this long. */
const sql = postgres(process.env.MIGRATION_DATABASE_URL ?? "", { max: 1, onnotice: () => {} });

/** Empties the outbox and writes so many messages, each of another order. */
async function fill(wanted: Partial<Record<DestinationName, number>>): Promise<void> {
  await sql`truncate transmissions, transmission_attempts`;
  for (const [destination, count] of Object.entries(wanted))
    await sql`
      insert into transmissions (id, destination, type, aggregate_id, payload, trace_id)
      select 'transmission_' || gen_random_uuid(), ${destination}, 'OrderCompleted', 'order_' || n,
             json_build_object('orderId', 'order_' || n, 'userId', 'user_1', 'amount', 50000, 'items', '[]'::json), 'bench'
      from generate_series(1, ${count}::int) n`;
  await sql`vacuum analyze`;
}

async function timeClaims(): Promise<number[]> {
  const claimsMs: number[] = [];
  for (let claim = 0; claim < CLAIMS; claim++) {
    const startedAt = performance.now();
    await inTransaction(ctx, (tx) => claimDue(tx, "data-platform", 1));
    claimsMs.push(performance.now() - startedAt);
  }
  return claimsMs;
}

async function startReceiver(delayMs: number) {
  const port = await freePort();
  const child = fork(fileURLToPath(new URL("./receiver.ts", import.meta.url)), {
    env: { ...process.env, PORT: String(port), DELAY_MS: String(delayMs) },
  });
  await once(child, "message");
  return {
    url: `http://127.0.0.1:${port}/`,
    async stop() {
      child.kill();
      await once(child, "exit");
    },
  };
}
