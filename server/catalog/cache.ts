import { randomUUID } from "node:crypto";
import { createCoalescer } from "../platform/coalesce.ts";
import { createContext, type Tx } from "../platform/context.ts";
import { defineScript } from "../platform/script.ts";
import { singleton } from "../platform/singleton.ts";
import type { EventId } from "./contract.ts";
import { findSalesOfEvent, type SaleRow } from "./store.ts";

/**
 * Sales are read through Redis and are exact after every commit (SPEC 10). A hash per event keeps its sales; whoever
 * is about to commit a change marks the hash first, and until the mark is gone readers ask Postgres. A writer that
 * dies leaves its mark, which goes with the hash: so no crash between commit and cache can leave an old number behind.
 */
const KEPT_MS = 3000;
const keyOf = (eventId: EventId) => `sales:{${eventId}}`;

/** KEYS hash; ARGV mark, ms. */
const markScript = defineScript<number>(
  "markSales",
  1,
  `redis.call("HSET", KEYS[1], ARGV[1], "1") return redis.call("PEXPIRE", KEYS[1], ARGV[2])`,
);

/**
 * Takes the writer's mark away and keeps each sale that is newer than the one known. A reader, who has no mark, keeps
 * nothing while any mark stands; a writer without a sale makes everyone ask Postgres anew.
 * KEYS hash; ARGV own mark or "", ms, then id, version and sale of each.
 */
const keepScript = defineScript<number>(
  "keepSales",
  1,
  `
  local reader = ARGV[1] == ""
  redis.call("HDEL", KEYS[1], ARGV[1])
  for _, field in ipairs(redis.call("HKEYS", KEYS[1])) do
    local is_mark = string.sub(field, 1, 5) == "mark:"
    if reader and is_mark then return 0 end
    if not is_mark and #ARGV == 2 then redis.call("HDEL", KEYS[1], field) end
  end
  for i = 3, #ARGV, 3 do
    local known = redis.call("HGET", KEYS[1], ARGV[i])
    -- A writer renews what a reader filled in; alone, its one sale would pass for all of the event's.
    local newer = reader and not known or known and tonumber(string.match(known, "^%d+")) < tonumber(ARGV[i + 1])
    if newer then redis.call("HSET", KEYS[1], ARGV[i], ARGV[i + 1] .. " " .. ARGV[i + 2]) end
  end
  return redis.call("PEXPIRE", KEYS[1], ARGV[2])
  `,
);

/**
 * Marks the event's sales as changing, before the commit, and publishes the change after it.
 * @param latest - the sale as it was committed; undefined where more than one sale's numbers changed
 */
export async function announceChange(tx: Tx, id: EventId, latest: () => SaleRow | undefined): Promise<void> {
  const mark = `mark:${randomUUID()}`;
  tx.onSettled(async (settled) => {
    const sale = settled === "committed" ? latest() : undefined;
    await keepScript(tx.redis, keyOf(id), mark, KEPT_MS, ...(sale ? fieldsOf(sale) : []));
  });
  // Without Redis nobody reads the hash, and what it last kept is gone within KEPT_MS.
  await markScript(tx.redis, keyOf(id), mark, KEPT_MS).catch(() => {});
}

/** The event's sales, exact at the moment of the question; however many ask at once, one question is under way. */
export const salesOf = (id: EventId): Promise<SaleRow[]> => read(id);

const read = singleton("sales-reader", () =>
  createCoalescer(async (id: string): Promise<SaleRow[]> => {
    const ctx = createContext();
    const key = keyOf(id as EventId);
    const kept = await ctx.redis.hgetall(key).catch(() => ({}));
    if (isWhole(kept)) return Object.values(kept).map(parseSale).sort(byStart);
    const sales = await findSalesOfEvent(ctx, id as EventId);
    if (sales.length > 0)
      await keepScript(ctx.redis, key, "", KEPT_MS, ...sales.flatMap(fieldsOf)).catch(() => {});
    return sales;
  }),
);

const fieldsOf = (sale: SaleRow) => [sale.id, sale.version, JSON.stringify(sale)];

const isWhole = (kept: Record<string, string>): boolean => {
  const fields = Object.keys(kept);
  return fields.length > 0 && !fields.some((field) => field.startsWith("mark:"));
};

const parseSale = (text: string): SaleRow =>
  JSON.parse(text.slice(text.indexOf(" ") + 1), (name, value) =>
    name.endsWith("At") && typeof value === "string" ? new Date(value) : value,
  );

const byStart = (a: SaleRow, b: SaleRow): number =>
  a.startsAt.getTime() - b.startsAt.getTime() || (a.id < b.id ? -1 : 1);
