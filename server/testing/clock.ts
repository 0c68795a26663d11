import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { forgetClockOffset, replaceRedisClock } from "#server/platform/database/clock.ts";
import { redis } from "#server/platform/redis/redis.ts";

const REDIS_AHEAD = "test:clock-ahead-ms";

replaceRedisClock(`
local function now_ms()
  local t = redis.call("TIME")
  return t[1] * 1000 + math.floor(t[2] / 1000) + tonumber(redis.call("GET", "${REDIS_AHEAD}") or "0")
end
`);

/** The one clock of a test: the database's and Redis's time, moved together. */
export const clock = {
  async move(seconds: number): Promise<void> {
    await db.execute(sql`update test_clock set ahead = ahead + make_interval(secs => ${seconds})`);
    await redis.incrby(REDIS_AHEAD, seconds * 1000);
    forgetClockOffset();
  },
};
