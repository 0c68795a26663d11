import { RateLimiterMemory, type RateLimiterRedis } from "rate-limiter-flexible";
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

/** Who is over the limit is refused by each process from memory, so that a flood of writes does not reach Redis. */
const remembers = { remembers: true };

const limiters = new WeakMap<RedisClient, Record<"users" | "networks" | "uploads", RateLimiterRedis>>();

/** Counted by all processes together, on however many machines. */
const limitersOn = (redis: RedisClient) => {
  const known = limiters.get(redis);
  if (known) return known;
  const made = {
    users: limiterOn(redis, { keyPrefix: "limit:user", points: PER_USER_PER_SECOND, duration: 1 }, remembers),
    networks: limiterOn(
      redis,
      { keyPrefix: "limit:network", points: PER_NETWORK_PER_SECOND, duration: 1 },
      remembers,
    ),
    uploads: limiterOn(redis, {
      keyPrefix: "limit:upload",
      points: UPLOADS_PER_USER_PER_HOUR,
      duration: 3600,
    }),
  };
  limiters.set(redis, made);
  return made;
};

/** Kept in the process: it guards against requests that should cost nothing, and so asks no other machine. */
const unsigned = singleton(
  "unsigned-limiter",
  () => new RateLimiterMemory({ points: UNSIGNED_PER_NETWORK_PER_MINUTE, duration: 60 }),
);

/**
 * Counts writes of this user, or of this network if the caller is not signed in.
 * @param writes - how many the request makes
 * @throws `rate_limited` (429) with the seconds to wait
 */
export async function limitCaller({ actor, ip, redis }: AppContext, writes = 1): Promise<void> {
  if (!env.RATE_LIMITS) return;
  const { users, networks } = limitersOn(redis);
  if (actor.kind === "user") await consume(users, actor.userId, writes);
  else if (ip) await consume(networks, networkOf(ip), writes);
}

/**
 * Counts an upload of this user, refused ones too.
 * @throws `rate_limited` (429) with the seconds to wait
 */
export async function limitUploads({ actor, redis }: AppContext): Promise<void> {
  if (actor.kind === "user" && env.RATE_LIMITS) await consume(limitersOn(redis).uploads, actor.userId);
}

/**
 * Refuses a network that lately sent many requests without the signature they need, before their bodies are read.
 * @throws `rate_limited` (429)
 */
export async function limitUnsigned({ ip }: AppContext): Promise<void> {
  const counted = env.RATE_LIMITS && ip ? await unsigned.get(networkOf(ip)) : null;
  if (counted && counted.remainingPoints <= 0) throw refusalOf(counted.msBeforeNext);
}

/** Counts a request whose signature was missing or wrong. */
export async function countUnsigned({ ip }: AppContext): Promise<void> {
  if (env.RATE_LIMITS && ip) await unsigned.penalty(networkOf(ip));
}

const refusalOf = (ms: number) =>
  platformErrors.rate_limited({}, { retryAfterSeconds: Math.max(1, Math.ceil(ms / 1000)) });
