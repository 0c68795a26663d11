import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import { platformErrors } from "../operation/errors.ts";
import type { RedisClient } from "./redis.ts";
import { defineScript } from "./script.ts";

/** So many points in so many seconds, for each key. */
interface Rule {
  /** Begins with `limit:`. */
  readonly keyPrefix: string;
  readonly points: number;
  readonly duration: number;
}

/**
 * A limit that all processes count together. Without Redis each counts by itself: an attacker gets more tries, but still a
 * limited number.
 * @param remembers - whether a process refuses a key that is over its limit without asking again: for a limit that no one lifts
 */
export const limiterOn = (
  redis: RedisClient,
  rule: Rule,
  { remembers = false }: { readonly remembers?: boolean } = {},
): RateLimiterRedis =>
  new RateLimiterRedis({
    ...rule,
    storeClient: storeOn(redis),
    rejectIfRedisNotReady: true,
    ...(remembers && { inMemoryBlockOnConsumed: rule.points + 1 }),
    insuranceLimiter: new RateLimiterMemory(rule),
  });

/**
 * Counts one more, or several, in one step, so that a hundred at once cannot all slip through.
 * @throws `rate_limited` (429) with the seconds to wait
 */
export async function consume(limiter: RateLimiterRedis, key: string, points = 1): Promise<void> {
  try {
    await limiter.consume(key, points);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw platformErrors.rate_limited({}, { retryAfterSeconds: Math.ceil(refusal.msBeforeNext / 1000) });
  }
}

/**
 * Redis as the limiter uses it. Given the client itself it would define a command on it, and one that is defined while
 * the client gathers a pipeline mixes up the answers of all who share that pipeline.
 */
const storeOn = (redis: RedisClient) => ({
  get status() {
    return redis.status;
  },
  rlflxIncr: ([key = "", points = "", seconds = ""]: readonly string[]) =>
    countScript(redis, key, points, seconds),
  del: (key: string) => redis.del(key),
});

/** KEYS counter. ARGV points, seconds until it starts again. Answers what was counted and the ms it still counts. */
const countScript = defineScript<[consumed: number, livesMs: number]>(
  "limitCount",
  1,
  `redis.call("SET", KEYS[1], 0, "EX", ARGV[2], "NX")
-- Only a clock that was set back leaves a counter more time than it was given.
if redis.call("PTTL", KEYS[1]) > ARGV[2] * 1000 then redis.call("EXPIRE", KEYS[1], ARGV[2]) end
return { redis.call("INCRBY", KEYS[1], ARGV[1]), redis.call("PTTL", KEYS[1]) }`,
);
