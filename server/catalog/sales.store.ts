import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { createSingleFlight } from "../platform/concurrency/single-flight.ts";
import { singleton } from "../platform/concurrency/singleton.ts";
import { type AppContext, createContext, type Tx } from "../platform/operation/context.ts";
import type { RedisClient } from "../platform/redis/redis.ts";
import { defineScript } from "../platform/redis/script.ts";
import type { EventId } from "./contract.ts";
import { findSalesOfEvent, type SaleRow } from "./store.ts";

/**
 * Sales are read through Redis and are exact after every commit. Two hashes an event: the sales as they were last
 * committed, and the changes under way. A writer marks a change before it commits, and readers ask Postgres while a
 * mark stands. So a writer that dies after its commit leaves no old number behind.
 *
 * How long a number is kept, from the question to Postgres that it answers. The end is never put off: it bounds how long a
 * writer who cannot reach Redis has to wait out.
 */
const KEPT_MS = 1000;
/** Longer than a transaction takes from its mark to its end. */
const MARKED_MS = 10_000;

const keysOf = (eventId: EventId) => [`sales:{${eventId}}`, `sales-changes:{${eventId}}`] as const;

/** Redis, where it answers at all: no request waits for one that is away, least of all with a row locked. */
const reachable = (redis: RedisClient): boolean => redis.status === "ready";

/** KEYS changes; ARGV mark, ms. */
const markScript = defineScript<number>(
  "markSales",
  1,
  `redis.call("HSET", KEYS[1], "last", ARGV[1], ARGV[1], "1") return redis.call("PEXPIRE", KEYS[1], ARGV[2])`,
);

/**
 * Removes the mark, stores the changed sale where an older one is known, and invalidates answers that were asked of
 * Postgres before.
 * Without a sale everyone asks Postgres anew.
 * KEYS sales, changes; ARGV mark, ms, then id, version and sale.
 */
const publishScript = defineScript<number>(
  "publishSales",
  2,
  `
  redis.call("HDEL", KEYS[2], ARGV[1])
  redis.call("HSET", KEYS[2], "last", ARGV[1] .. ":over")
  redis.call("PEXPIRE", KEYS[2], ARGV[2])
  if #ARGV == 2 then return redis.call("DEL", KEYS[1]) end
  -- Only where all of the event's sales are known: alone, this one would pass for all.
  local known = redis.call("HGET", KEYS[1], ARGV[3])
  if known and tonumber(string.match(known, "^%d+")) < tonumber(ARGV[4]) then
    redis.call("HSET", KEYS[1], ARGV[3], ARGV[4] .. " " .. ARGV[5])
  end
  return 1
  `,
);

/**
 * Keeps what a reader was told by Postgres, unless anything changed since it asked.
 * KEYS sales, changes; ARGV the last change it knew, ms, then id, version and sale of each.
 */
const fillScript = defineScript<number>(
  "fillSales",
  2,
  `
  if (redis.call("HGET", KEYS[2], "last") or "") ~= ARGV[1] or redis.call("EXISTS", KEYS[1]) == 1 then return 0 end
  for i = 3, #ARGV, 3 do redis.call("HSET", KEYS[1], ARGV[i], ARGV[i + 1] .. " " .. ARGV[i + 2]) end
  return redis.call("PEXPIRE", KEYS[1], ARGV[2])
  `,
);

/**
 * Marks the event's sales as changing, before the commit, and publishes the change after it.
 * @param latest - the sale as it was committed; undefined where more than one sale's numbers changed
 */
export async function announceChange(tx: Tx, id: EventId, latest: () => SaleRow | undefined): Promise<void> {
  const mark = `mark:${randomUUID()}`;
  const [sales, changes] = keysOf(id);
  tx.afterEnd(async (outcome) => {
    const sale = outcome === "committed" ? latest() : undefined;
    try {
      await publishScript(tx.redis, sales, changes, mark, MARKED_MS, ...(sale ? fieldsOf(sale) : []));
    } catch (error) {
      // Others may still reach what this process cannot: its caller is told when no old number can be left.
      await sleep(KEPT_MS);
      throw error;
    }
  });
  if (reachable(tx.redis)) await markScript(tx.redis, changes, mark, MARKED_MS).catch(() => {});
}

/** The event's sales, exact at the moment of the question; however many ask at once, one question is under way. */
export const salesOf = (id: EventId): Promise<SaleRow[]> => reads.run(id, () => readSales(id));

const reads = singleton("sales-reads", () => createSingleFlight<SaleRow[]>());

async function readSales(id: EventId): Promise<SaleRow[]> {
  const ctx = createContext();
  const kept = await findKept(ctx, id).catch(() => undefined);
  if (kept && kept.sales.length > 0) return kept.sales;
  const askedAt = performance.now();
  const sales = await findSalesOfEvent(ctx, id);
  const leftMs = Math.floor(KEPT_MS - (performance.now() - askedAt));
  if (kept && sales.length > 0 && leftMs > 0)
    await fillScript(ctx.redis, ...keysOf(id), kept.last, leftMs, ...sales.flatMap(fieldsOf)).catch(() => {});
  return sales;
}

/** @returns undefined where Redis does not answer or a change is under way: only Postgres knows */
async function findKept({ redis }: AppContext, id: EventId) {
  if (!reachable(redis)) return undefined;
  // In this order: a change that begins between the two is one that the question came before.
  const [sales = {}, { last = "", ...marks } = {}] = await Promise.all(
    keysOf(id).map((key) => redis.hgetall(key)),
  );
  if (Object.keys(marks).length > 0) return undefined;
  return { sales: Object.values(sales).map(parseSale).sort(byStart), last };
}

const fieldsOf = (sale: SaleRow) => [sale.id, sale.version, JSON.stringify(sale)];

const parseSale = (text: string): SaleRow =>
  JSON.parse(text.slice(text.indexOf(" ") + 1), (name, value) =>
    name.endsWith("At") && typeof value === "string" ? new Date(value) : value,
  );

const byStart = (a: SaleRow, b: SaleRow): number =>
  a.startsAt.getTime() - b.startsAt.getTime() || (a.id < b.id ? -1 : 1);
