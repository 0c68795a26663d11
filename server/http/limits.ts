import { RateLimiterMemory } from "rate-limiter-flexible";
import { singleton } from "../platform/concurrency/singleton.ts";
import { env } from "../platform/config/env.ts";
import { networkOf } from "../platform/http/network.ts";
import type { AppContext } from "../platform/operation/context.ts";
import { platformErrors } from "../platform/operation/errors.ts";
import { consume, limiterOn } from "../platform/redis/limiter.ts";
import type { RedisClient } from "../platform/redis/redis.ts";

/** Writes a second that no person needs, and one network only as a school or an office behind it. */
const PER_USER_PER_SECOND = 20;
const PER_NETWORK_PER_SECOND = 200;
/** Requests a minute for background functions with a signature that is missing or wrong; an Inngest server has none. */
const UNSIGNED_PER_NETWORK_PER_MINUTE = 30;
/** Uploads an hour: each takes a core for a second, and a poster is chosen after a few tries. */
const UPLOADS_PER_USER_PER_HOUR = 60;

/** Kept in the process: the hottest path asks no other machine, and it still holds when Redis is away. */
const limiters = singleton("write-limiters", () => ({
  users: new RateLimiterMemory({ points: PER_USER_PER_SECOND, duration: 1 }),
  networks: new RateLimiterMemory({ points: PER_NETWORK_PER_SECOND, duration: 1 }),
  unsigned: new RateLimiterMemory({ points: UNSIGNED_PER_NETWORK_PER_MINUTE, duration: 60 }),
}));

/**
 * Counts writes of this user, or of this network if the caller is not signed in.
 * @param writes - how many the request makes
 * @throws `rate_limited` (429)
 */
export async function limitCaller({ actor, ip }: AppContext, writes = 1): Promise<void> {
  if (actor.kind === "user") await take(limiters.users, actor.userId, writes);
  else if (ip) await take(limiters.networks, networkOf(ip), writes);
}

/**
 * Counts an upload of this user, refused ones too.
 * @throws `rate_limited` (429) with the seconds to wait
 */
export async function limitUploads({ actor, redis }: AppContext): Promise<void> {
  if (actor.kind === "user" && env.RATE_LIMITS) await consume(uploadsOn(redis), actor.userId);
}

const uploadLimiters = new WeakMap<RedisClient, ReturnType<typeof limiterOn>>();

/** Counted by all processes together: an upload is rare, and may ask another machine. */
function uploadsOn(redis: RedisClient) {
  const rule = { keyPrefix: "limit:upload", points: UPLOADS_PER_USER_PER_HOUR, duration: 3600 };
  const limiter = uploadLimiters.get(redis) ?? limiterOn(redis, rule);
  uploadLimiters.set(redis, limiter);
  return limiter;
}

/**
 * Refuses a network that lately sent many requests without the signature they need, before their bodies are read.
 * @throws `rate_limited` (429)
 */
export async function limitUnsigned({ ip }: AppContext): Promise<void> {
  const counted = env.RATE_LIMITS && ip ? await limiters.unsigned.get(networkOf(ip)) : null;
  if (counted && counted.remainingPoints <= 0) throw refusalOf(counted.msBeforeNext);
}

/** Counts a request whose signature was missing or wrong. */
export async function countUnsigned({ ip }: AppContext): Promise<void> {
  if (env.RATE_LIMITS && ip) await limiters.unsigned.penalty(networkOf(ip));
}

async function take(limiter: RateLimiterMemory, key: string, points: number): Promise<void> {
  if (!env.RATE_LIMITS) return;
  try {
    await limiter.consume(key, points);
  } catch {
    throw platformErrors.rate_limited();
  }
}

const refusalOf = (ms: number) =>
  platformErrors.rate_limited({}, { retryAfterSeconds: Math.max(1, Math.ceil(ms / 1000)) });
