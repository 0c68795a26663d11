import { type AnyColumn, sql } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { singleton } from "../concurrency/singleton.ts";

/** "Now" in SQL. Production defines it as `now()`; the tests' template adds an offset. */
export const appNow = sql`app_now()`;

/** A moment `seconds` from now, in SQL. */
export const inSeconds = (seconds: number) => sql<Date>`app_now() + make_interval(secs => ${seconds})`;

/** Columns of a read: how many rows there are, and for how many seconds the oldest has waited; 0 where there is none. */
export const waitingSince = (since: AnyColumn) => ({
  count: sql<number>`count(*)::int`,
  oldestSeconds: sql<number>`coalesce(extract(epoch from app_now() - min(${since})), 0)::float`,
});

/** Asks the database what time it is: the clock that decides every expiry. */
export async function databaseNow(db: Database): Promise<Date> {
  const [row] = await db.execute<{ now: string }>(sql`select app_now() as now`);
  return new Date(String(row?.now));
}

/**
 * Lua source of `now_ms()`, Redis's own clock in milliseconds, put before every script that needs the time.
 * Tests replace it with {@link replaceRedisClock} to move a queue's time.
 */
let redisClockLua = `local function now_ms() local t = redis.call("TIME") return t[1] * 1000 + math.floor(t[2] / 1000) end\n`;

export const withRedisClock = (lua: string): string => redisClockLua + lua;

/** Replaces the source of `now_ms()`; scripts made afterwards use it. */
export const replaceRedisClock = (lua: string): void => {
  redisClockLua = lua;
};

/** How far the database's clock is ahead of this process's, and when that was measured. */
const offset = singleton("clock-offset", () => ({ aheadMs: 0, measuredAt: Number.NEGATIVE_INFINITY }));
const OFFSET_KEPT_MS = 1000;

/**
 * The database's time without asking it each time: for what is shown. What is decided is decided in SQL.
 * @returns at most a second's drift from `app_now()`
 */
export async function approximateNow(db: Database): Promise<Date> {
  if (performance.now() - offset.measuredAt > OFFSET_KEPT_MS) {
    const now = await databaseNow(db);
    Object.assign(offset, { aheadMs: now.getTime() - Date.now(), measuredAt: performance.now() });
  }
  return new Date(Date.now() + offset.aheadMs);
}

/** Makes the next {@link approximateNow} ask the database: after its clock was moved. */
export const forgetClockOffset = (): void => {
  offset.measuredAt = Number.NEGATIVE_INFINITY;
};
