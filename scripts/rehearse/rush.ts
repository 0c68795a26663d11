import { setTimeout as sleep } from "node:timers/promises";
import { and, eq, inArray } from "drizzle-orm";
import { db } from "#db/client.ts";
import { orders } from "#db/schema/orders.ts";
import { tickets } from "#db/schema/tickets.ts";
import type { EventSessionId } from "#server/catalog/contract.ts";
import { checkEquations } from "#server/reports/queries.ts";
import { clients } from "#server/testing/clients.ts";
import { given } from "#server/testing/given.ts";
import { type Answer, type Ask, buyAll, isLater, send } from "#server/testing/insistent-buyers.ts";
import { until } from "#server/testing/until.ts";
import type { Centre } from "./centre.ts";
import type { Fault } from "./faults.ts";

export interface Size {
  readonly stock: number;
  readonly buyers: number;
}

/** What one rush with one fault came to. */
export interface Outcome {
  readonly requests: number;
  readonly failed: number;
  /** How often each kind of failure was seen. */
  readonly failures: ReadonlyMap<string, number>;
  /** From the fault to the end of the last request that failed; 0 where none did. */
  readonly errorSeconds: number;
  /** The longest time between two payments that were taken. */
  readonly pauseSeconds: number;
  readonly sold: number;
  /** What must not be, a sentence each. */
  readonly wrong: readonly string[];
}

const ANSWER_MS = 10_000;
const AGAIN_MS = 100;
/** A worker that was killed has its messages for half a minute. */
const DELIVERY_MS = 60_000;

/** Sells a sale out while `fault` strikes after a quarter of it, and looks at everything afterwards. */
export async function rush(centre: Centre, fault: Fault, { stock, buyers }: Size): Promise<Outcome> {
  const { id } = await until(() => given.saleOpen({ stock, maxPerUser: 100 }), { timeoutMs: 30_000 });
  const people = await until(() => clients(buyers), { timeoutMs: 30_000 });
  const seen: Seen = { requests: 0, failedAt: [], failures: new Map() };
  const ask = asking(centre.url, seen);
  const paid: string[] = [];
  const paidAt: number[] = [];
  const all = people.map((buyer) =>
    buyAll(ask, buyer, id, (orderId) => {
      paid.push(orderId);
      paidAt.push(performance.now());
    }),
  );
  await until(() => paid.length >= stock / 4, { timeoutMs: 60_000 });
  const struckAt = performance.now();
  await fault.strike(centre, id);
  await Promise.all(all);
  await fault.mend?.(centre);
  const sold = await until(() => db.$count(tickets, eq(tickets.eventSessionId, id)), { timeoutMs: 30_000 });
  return {
    requests: seen.requests,
    failed: seen.failedAt.length,
    failures: seen.failures,
    errorSeconds: Math.max(0, ((seen.failedAt.at(-1) ?? struckAt) - struckAt) / 1000),
    pauseSeconds: Math.max(0, ...paidAt.slice(1).map((at, n) => at - (paidAt[n] ?? at))) / 1000,
    sold,
    wrong: [
      ...(sold === stock ? [] : [`${sold} tickets for ${stock} seats`]),
      ...[...seen.failures.keys()].filter((kind) => /^5(?!03)\d\d (?!of HAProxy)/.test(kind)),
      ...(await lostOrders(paid)),
      ...(await brokenEquations()),
      ...(await untoldOrders(centre, id)),
    ],
  };
}

interface Seen {
  requests: number;
  readonly failedAt: number[];
  readonly failures: Map<string, number>;
}

/** As the page does: again under the same key while the answer is "later" or there is none. */
function asking(url: string, seen: Seen): Ask {
  return async (path, buyer, body, headers) => {
    for (;;) {
      seen.requests += 1;
      const options = { headers, signal: AbortSignal.timeout(ANSWER_MS) };
      const answer: Answer | Error = await send(url + path, buyer, body, options).catch(
        (error: Error) => error,
      );
      const isError = answer instanceof Error;
      if (!isError && answer.status < 500 && !isLater(answer)) return answer;
      if (isError || answer.status >= 500) {
        seen.failedAt.push(performance.now());
        const kind = isError ? causeOf(answer) : `${answer.status} ${answer.body.reason ?? "of HAProxy"}`;
        seen.failures.set(kind, (seen.failures.get(kind) ?? 0) + 1);
      }
      await sleep(AGAIN_MS);
    }
  };
}

const causeOf = ({ name, cause }: Error): string =>
  name === "TimeoutError" ? "no answer" : cause instanceof Error ? cause.message : name;

/** Orders whose payment was taken, and which the database does not know as paid. */
async function lostOrders(paid: readonly string[]): Promise<string[]> {
  const ids = paid as `order_${string}`[];
  const kept = await db
    .select({ id: orders.id })
    .from(orders)
    .where(and(inArray(orders.id, ids), eq(orders.state, "confirmed")));
  const known = new Set<string>(kept.map(({ id }) => id));
  return paid.filter((id) => !known.has(id)).map((id) => `${id} was paid, and is not confirmed`);
}

async function brokenEquations(): Promise<string[]> {
  const results = await checkEquations(db);
  return results.filter(({ broken }) => broken > 0).map(({ name, broken }) => `${name}: ${broken}`);
}

/** Confirmed orders that the data platform does not know under one id. */
async function untoldOrders(centre: Centre, id: EventSessionId): Promise<string[]> {
  const confirmed = await db
    .select({ id: orders.id })
    .from(orders)
    .where(and(eq(orders.eventSessionId, id), eq(orders.state, "confirmed")));
  const untold = () => confirmed.filter((order) => centre.idsOf(order.id) !== 1);
  await until(() => untold().length === 0, { timeoutMs: DELIVERY_MS }).catch(() => {});
  return untold().map((order) => `${order.id} was told under ${centre.idsOf(order.id)} ids`);
}
