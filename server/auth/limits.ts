import { setTimeout as sleep } from "node:timers/promises";
import { env } from "../platform/config/env.ts";
import { networkOf } from "../platform/http/network.ts";
import type { AppContext } from "../platform/operation/context.ts";
import { platformErrors } from "../platform/operation/errors.ts";
import { consume, limiterOn } from "../platform/redis/limiter.ts";
import type { RedisClient } from "../platform/redis/redis.ts";
import { hashOf } from "../platform/values/secret.ts";
import { CODE_TRIES_MAX, CODE_WINDOW_SECONDS } from "./factors.policy.ts";
import { knownScript, turnScript } from "./lua.ts";
import {
  CHALLENGES_PER_NETWORK_MAX,
  PASSKEYS_WINDOW_SECONDS,
  REFUSED_PER_ACCOUNT_MAX,
  REFUSED_PER_NETWORK_MAX,
} from "./passkeys.policy.ts";
import { FAILURES_PER_ACCOUNT_MAX, FAILURES_PER_ADDRESS_MAX } from "./policy.ts";

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

/**
 * Counts a code of a second factor for an account, from wherever, before it is looked at: who tries has the password
 * already. It counts also where `RATE_LIMITS` is off.
 * @throws `rate_limited` (429) with the seconds to wait
 */
export async function countCode(ctx: AppContext, userId: string): Promise<CountedLogin> {
  const { codes } = limitersOn(ctx.redis);
  await consume(codes, userId);
  return { succeeded: () => codes.delete(userId) };
}

/**
 * Counts a challenge that a browser asks for.
 * @throws `rate_limited` (429) with the seconds to wait
 */
export async function countChallenge(ctx: AppContext): Promise<void> {
  if (env.RATE_LIMITS && ctx.ip) await consume(limitersOn(ctx.redis).challenges, networkOf(ctx.ip));
}

/**
 * Counts a passkey's answer before it is looked at, by network and, where it is known, by account.
 * @throws `rate_limited` (429) with the seconds to wait
 */
export async function countPasskey(ctx: AppContext, userId: string | undefined): Promise<CountedLogin> {
  const { passkeys, passkeysOfAccount } = limitersOn(ctx.redis);
  const network = env.RATE_LIMITS && ctx.ip ? networkOf(ctx.ip) : undefined;
  if (network) await consume(passkeys, network);
  if (userId) await consume(passkeysOfAccount, userId);
  return {
    succeeded: () =>
      Promise.all([network && passkeys.reward(network), userId && passkeysOfAccount.delete(userId)]),
  };
}

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

const WINDOW_SECONDS = 60;

const makeLimiters = (redis: RedisClient) => ({
  logins: limiterOn(redis, {
    keyPrefix: "limit:login",
    points: FAILURES_PER_ADDRESS_MAX,
    duration: WINDOW_SECONDS,
  }),
  challenges: limiterOn(redis, {
    keyPrefix: "limit:passkey-challenges",
    points: CHALLENGES_PER_NETWORK_MAX,
    duration: PASSKEYS_WINDOW_SECONDS,
  }),
  passkeys: limiterOn(redis, {
    keyPrefix: "limit:passkeys",
    points: REFUSED_PER_NETWORK_MAX,
    duration: PASSKEYS_WINDOW_SECONDS,
  }),
  passkeysOfAccount: limiterOn(redis, {
    keyPrefix: "limit:passkeys-account",
    points: REFUSED_PER_ACCOUNT_MAX,
    duration: PASSKEYS_WINDOW_SECONDS,
  }),
  codes: limiterOn(redis, {
    keyPrefix: "limit:codes",
    points: CODE_TRIES_MAX,
    duration: CODE_WINDOW_SECONDS,
  }),
  loginsOfAccount: limiterOn(redis, {
    keyPrefix: "limit:login-account",
    points: FAILURES_PER_ACCOUNT_MAX,
    duration: WINDOW_SECONDS,
  }),
});

const limiters = new WeakMap<RedisClient, ReturnType<typeof makeLimiters>>();

function limitersOn(redis: RedisClient) {
  const known = limiters.get(redis) ?? makeLimiters(redis);
  limiters.set(redis, known);
  return known;
}
