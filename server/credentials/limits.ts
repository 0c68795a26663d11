import { env } from "../platform/config/env.ts";
import { networkOf } from "../platform/http/network.ts";
import type { AppContext } from "../platform/operation/context.ts";
import { AppError } from "../platform/operation/errors.ts";
import { consume, limiterOn } from "../platform/redis/limiter.ts";
import type { RedisClient } from "../platform/redis/redis.ts";
import { hashOf } from "../platform/values/secret.ts";
import { mailboxOf } from "../platform/values/text.ts";
import {
  ASKS_PER_NETWORK_MAX,
  ASKS_WINDOW_SECONDS,
  LINKS_PER_MAILBOX_MAX,
  LINKS_WINDOW_SECONDS,
  SIGN_UPS_PER_ADDRESS_MAX,
  SIGN_UPS_WINDOW_SECONDS,
  TRIES_PER_NETWORK_MAX,
  TRIES_WINDOW_SECONDS,
} from "./policy.ts";

/**
 * Counts a sign-up.
 * @throws `rate_limited` (429) with the seconds to wait
 */
export async function countSignUp(ctx: AppContext): Promise<void> {
  if (env.RATE_LIMITS && ctx.ip) await consume(limitersOn(ctx.redis).signUps, networkOf(ctx.ip));
}

/**
 * Counts a request for a link.
 * @throws `rate_limited` (429) with the seconds to wait
 */
export async function countAsking(ctx: AppContext): Promise<void> {
  if (env.RATE_LIMITS && ctx.ip) await consume(limitersOn(ctx.redis).asks, networkOf(ctx.ip));
}

/**
 * Counts a link that someone follows.
 * @throws `rate_limited` (429) with the seconds to wait
 */
export async function countTry(ctx: AppContext): Promise<void> {
  if (env.RATE_LIMITS && ctx.ip) await consume(limitersOn(ctx.redis).tries, networkOf(ctx.ip));
}

/** Counts a link to a mailbox. @returns whether another may go there; who asked is not told */
export async function mayMailLink(ctx: AppContext, email: string): Promise<boolean> {
  const key = hashOf(mailboxOf(email));
  try {
    await consume(limitersOn(ctx.redis).links, key);
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

const makeLimiters = (redis: RedisClient) => ({
  asks: limiterOn(redis, {
    ...{ keyPrefix: "limit:links-asked", points: ASKS_PER_NETWORK_MAX, duration: ASKS_WINDOW_SECONDS },
  }),
  links: limiterOn(redis, {
    ...{ keyPrefix: "limit:links", points: LINKS_PER_MAILBOX_MAX, duration: LINKS_WINDOW_SECONDS },
  }),
  signUps: limiterOn(redis, {
    ...{ keyPrefix: "limit:sign-up", points: SIGN_UPS_PER_ADDRESS_MAX, duration: SIGN_UPS_WINDOW_SECONDS },
  }),
  tries: limiterOn(redis, {
    ...{ keyPrefix: "limit:links-tried", points: TRIES_PER_NETWORK_MAX, duration: TRIES_WINDOW_SECONDS },
  }),
});

const limiters = new WeakMap<RedisClient, ReturnType<typeof makeLimiters>>();

function limitersOn(redis: RedisClient) {
  const known = limiters.get(redis) ?? makeLimiters(redis);
  limiters.set(redis, known);
  return known;
}
