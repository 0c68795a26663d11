import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { createSingleFlight } from "../platform/concurrency/single-flight.ts";
import { singleton } from "../platform/concurrency/singleton.ts";
import { type AppContext, createContext, type Tx } from "../platform/operation/context.ts";
import { platformErrors } from "../platform/operation/errors.ts";
import type { RedisClient } from "../platform/redis/redis.ts";
import { defineScript } from "../platform/redis/script.ts";
import type { EventId, EventSessionId } from "./contract.ts";
import { findEventIdOf, findSalesOfEvent, type SaleRow } from "./store.ts";

/**
 * Sales are read through Redis and are exact after every commit. Each event has two hashes: the sales as last committed,
 * and the changes under way. A writer marks a change before it commits, and readers ask Postgres while there is a mark. So
 * a writer that dies after its commit leaves no old number in Redis.
 *
 * A number is kept for this time, counted from the question to Postgres. No read extends it, because a writer who cannot
 * reach Redis waits for as long.
 */
const KEPT_MS = 1000;
/** How long a mark is kept: longer than a transaction takes from its mark to its end. */
const MARKED_MS = 10_000;

const keysOf = (eventId: EventId) => [`sales:{${eventId}}`, `sales-changes:{${eventId}}`] as const;

/** Whether Redis is connected. A request does not wait for a lost connection, because it may have locked a row. */
const reachable = (redis: RedisClient): boolean => redis.status === "ready";

/** KEYS changes; ARGV mark, ms. */
const markScript = defineScript<number>(
  "markSales",
  1,
  `redis.call("HSET", KEYS[1], "last", ARGV[1], ARGV[1], "1") return redis.call("PEXPIRE", KEYS[1], ARGV[2])`,
);

/**
 * Removes the mark, stores the changed sale where an older one is known, and invalidates answers that were asked of
 * Postgres before. Without a sale it removes all sales, so every reader asks Postgres.
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
  -- Store it only if the event's other sales are stored too: readers take the hash as complete.
  local known = redis.call("HGET", KEYS[1], ARGV[3])
  if known and tonumber(string.match(known, "^%d+")) < tonumber(ARGV[4]) then
    redis.call("HSET", KEYS[1], ARGV[3], ARGV[4] .. " " .. ARGV[5])
  end
  return 1
  `,
);

/**
 * Stores what a reader was told by Postgres, unless a sale changed since it asked.
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
export async function publishSales(tx: Tx, id: EventId, latest: () => SaleRow | undefined): Promise<void> {
  const mark = `mark:${randomUUID()}`;
  const [sales, changes] = keysOf(id);
  tx.afterEnd(async (outcome) => {
    const sale = outcome === "committed" ? latest() : undefined;
    try {
      await publishScript(tx.redis, sales, changes, mark, MARKED_MS, ...(sale ? fieldsOf(sale) : []));
    } catch (error) {
      // Other processes may reach Redis, so the caller waits until the stored numbers have expired.
      await sleep(KEPT_MS);
      throw error;
    }
  });
  if (reachable(tx.redis)) await markScript(tx.redis, changes, mark, MARKED_MS).catch(() => {});
}

/** The event's sales, exact at the moment of the question. Concurrent readers share one question. */
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
  // The sales are read first, so that a change that begins between the two reads is seen in the second.
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

/** Which event an event session belongs to never changes, so it is asked once a process. */
const knownEventIds = singleton("event-of-event-session", () => new Map<EventSessionId, EventId>());
const KNOWN_MAX = 10_000;

/** The event of an event session. Throws `not_found` (404). */
export async function eventIdOf(ctx: AppContext, id: EventSessionId): Promise<EventId> {
  const known = knownEventIds.get(id);
  if (known) return known;
  const eventId = await findEventIdOf(ctx, id);
  if (!eventId) throw platformErrors.not_found({ what: "event session" });
  if (knownEventIds.size >= KNOWN_MAX) knownEventIds.clear();
  knownEventIds.set(id, eventId);
  return eventId;
}
