import type { AppContext } from "../operation/context.ts";
import { defineScript } from "./script.ts";

/** The recent and the usual rate of an event, both in occurrences per five minutes. */
export interface Rate {
  readonly recent: number;
  /** The mean of those five minutes of the hour before in which anything happened; null where nothing did. */
  readonly usual: number | null;
}

const WINDOW_MINUTES = 5;
const WINDOWS_BEFORE = 12;
const KEPT_MINUTES = WINDOW_MINUTES * (WINDOWS_BEFORE + 1);

const keyOf = (name: string): string => `counter:{${name}}`;

/** The hash has a field for each minute, and "total" for a number that only grows. Old minutes are deleted in bulk. */
const COUNT = `
local minute = math.floor(now_ms() / 60000)
local function count(key, n)
  redis.call("HINCRBY", key, minute, n)
  redis.call("EXPIRE", key, ${KEPT_MINUTES * 60})
  if redis.call("HLEN", key) <= ${2 * KEPT_MINUTES} then return end
  for _, field in ipairs(redis.call("HKEYS", key)) do
    local old = tonumber(field)
    if old and old <= minute - ${KEPT_MINUTES} then redis.call("HDEL", key, field) end
  end
end
`;

const add = defineScript<null>("counterAdd", 1, `${COUNT} count(KEYS[1], ARGV[1])`);

const grow = defineScript<null>(
  "counterGrow",
  1,
  `${COUNT}
local last = tonumber(redis.call("HGET", KEYS[1], "total"))
redis.call("HSET", KEYS[1], "total", ARGV[1])
-- A smaller total has started again from zero.
count(KEYS[1], last and math.max(0, ARGV[1] - last) or 0)`,
);

const read = defineScript<[minute: number, ...pairs: string[]]>(
  "counterRead",
  1,
  `local all = redis.call("HGETALL", KEYS[1])
table.insert(all, 1, math.floor(now_ms() / 60000))
return all`,
);

/** Adds to the current minute, for all processes together. A count is lost, without an error, while Redis is away. */
export const incrementCounter = (ctx: AppContext, name: string, count: number): Promise<void> =>
  quietly(ctx, name, () => add(ctx.redis, keyOf(name), count));

/** Counts how much a number that only grows has grown since it was last seen. */
export const countGrowth = (ctx: AppContext, name: string, total: number): Promise<void> =>
  quietly(ctx, name, () => grow(ctx.redis, keyOf(name), total));

async function quietly(ctx: AppContext, name: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    ctx.log.warn({ action: "count", target: name, err: error });
  }
}

/** The rate in the last five minutes and in the hour before. */
export async function rateOf(ctx: AppContext, name: string): Promise<Rate> {
  const [minute, ...pairs] = await read(ctx.redis, keyOf(name));
  const windows = new Array<number>(WINDOWS_BEFORE + 1).fill(0);
  for (let index = 0; index < pairs.length; index += 2) {
    const age = Math.floor((minute - Number(pairs[index])) / WINDOW_MINUTES);
    if (age >= 0 && age < windows.length) windows[age] = (windows[age] ?? 0) + Number(pairs[index + 1]);
  }
  const [recent = 0, ...before] = windows;
  const busy = before.filter((count) => count > 0);
  return {
    recent,
    usual: busy.length === 0 ? null : busy.reduce((sum, count) => sum + count, 0) / busy.length,
  };
}
