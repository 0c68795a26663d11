import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import { env } from "../platform/config/env.ts";
import { networkOf } from "../platform/http/network.ts";
import type { AppContext } from "../platform/operation/context.ts";
import { platformErrors } from "../platform/operation/errors.ts";
import type { RedisClient } from "../platform/redis/redis.ts";
import { defineScript } from "../platform/redis/script.ts";
import { knownScript, turnScript } from "./lua.ts";
import { FAILURES_PER_ACCOUNT_MAX, FAILURES_PER_ADDRESS_MAX, SIGN_UPS_PER_ADDRESS_MAX } from "./policy.ts";

/** A login that has been counted as a failure until it succeeds. */
export interface CountedLogin {
  /** Takes it back: who knows the password is no attacker, and many people share one address. */
  readonly succeeded: () => Promise<unknown>;
}

/**
 * Counts a login before the password is looked at, so that a hundred at once cannot all slip through. An account is
 * counted with the network: a person who guesses at it locks out themselves and not its owner. Guesses from many networks wait
 * for one another; the owner's own are known by logins before.
 * @throws `rate_limited` (429) with the seconds to wait
 */
export async function countLogin(ctx: AppContext, email: string): Promise<CountedLogin> {
  const { ip = "" } = ctx;
  if (!env.RATE_LIMITS) return { succeeded: async () => undefined };
  const { logins, loginsOfAccount } = limitersOn(ctx.redis);
  const network = networkOf(ip);
  const account = hashOf(email.toLowerCase());
  const accountHere = hashOf(`${email.toLowerCase()} ${network}`);
  // A call from inside the process has no address.
  if (ip) await consume(logins, network);
  await consume(loginsOfAccount, accountHere);
  if (ip) await awaitTurn(ctx, account, network);
  return {
    succeeded: () =>
      Promise.all([
        ip ? logins.reward(network) : undefined,
        ip ? knownScript(ctx.redis, ...turnKeys(account), network).catch(() => undefined) : undefined,
        loginsOfAccount.delete(accountHere),
      ]),
  };
}

const hashOf = (text: string): string => createHash("sha256").update(text).digest("base64url");

const turnKeys = (account: string) => [`limit:guesses:{${account}}`, `login-networks:{${account}}`] as const;

/** Forgets from which networks an account was used, and who guessed at it. */
export async function forgetNetworks(ctx: AppContext, email: string): Promise<void> {
  await Promise.all(turnKeys(hashOf(email.toLowerCase())).map((key) => ctx.redis.del(key)));
}

/** Without Redis only the limits by network are left, and no one can log in. */
async function awaitTurn(ctx: AppContext, account: string, network: string): Promise<void> {
  const turn = await turnScript(ctx.redis, ...turnKeys(account), network).catch(() => undefined);
  const [answer, ms] = turn ?? ["wait", 0];
  if (answer === "refused")
    throw platformErrors.rate_limited({}, { retryAfterSeconds: Math.ceil(ms / 1000) });
  if (ms > 0) await sleep(ms);
}

/**
 * Counts a sign-up.
 * @throws `rate_limited` (429) with the seconds to wait
 */
export async function countSignUp(ctx: AppContext): Promise<void> {
  if (env.RATE_LIMITS && ctx.ip) await consume(limitersOn(ctx.redis).signUps, networkOf(ctx.ip));
}

async function consume(limiter: RateLimiterRedis, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw platformErrors.rate_limited({}, { retryAfterSeconds: Math.ceil(refusal.msBeforeNext / 1000) });
  }
}

const WINDOW_SECONDS = 60;

/** Without Redis each process counts by itself: an attacker gets more tries, but still a limited number. */
const limiter = (redis: RedisClient, keyPrefix: string, points: number) => {
  const rule = { keyPrefix, points, duration: WINDOW_SECONDS };
  return new RateLimiterRedis({
    ...rule,
    storeClient: storeOn(redis),
    rejectIfRedisNotReady: true,
    insuranceLimiter: new RateLimiterMemory(rule),
  });
};

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
  "authCount",
  1,
  `redis.call("SET", KEYS[1], 0, "EX", ARGV[2], "NX")
-- Only a clock that was set back leaves a counter more time than it was given.
if redis.call("PTTL", KEYS[1]) > ARGV[2] * 1000 then redis.call("EXPIRE", KEYS[1], ARGV[2]) end
return { redis.call("INCRBY", KEYS[1], ARGV[1]), redis.call("PTTL", KEYS[1]) }`,
);

const makeLimiters = (redis: RedisClient) => ({
  logins: limiter(redis, "limit:login", FAILURES_PER_ADDRESS_MAX),
  loginsOfAccount: limiter(redis, "limit:login-account", FAILURES_PER_ACCOUNT_MAX),
  signUps: limiter(redis, "limit:sign-up", SIGN_UPS_PER_ADDRESS_MAX),
});

const limiters = new WeakMap<RedisClient, ReturnType<typeof makeLimiters>>();

function limitersOn(redis: RedisClient) {
  const known = limiters.get(redis) ?? makeLimiters(redis);
  limiters.set(redis, known);
  return known;
}
