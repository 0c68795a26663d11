import { env } from "../platform/config/env.ts";
import type { AppContext, UserActor } from "../platform/operation/context.ts";
import { defineScript } from "../platform/redis/script.ts";
import { checkoutErrors } from "./errors.ts";
import { CONFIRM_TRIES_MAX, CONFIRM_WINDOW_SECONDS } from "./policy.ts";

/**
 * Counts a user's tries to confirm a payment, since each is a call to the provider.
 * @throws `too_many_confirmations` (429)
 */
export async function countConfirmTry({ actor, redis, log }: AppContext<UserActor>): Promise<void> {
  if (!env.RATE_LIMITS) return;
  const key = `limit:confirm:{${actor.userId}}`;
  const [tries, waitMs] = await countScript(redis, key, CONFIRM_WINDOW_SECONDS * 1000).catch((error) => {
    // A buyer who has authorized may pay although Redis is away.
    log.warn({ action: "checkout.count-confirm-try", err: error });
    return [0, 0] as const;
  });
  if (tries > CONFIRM_TRIES_MAX)
    throw checkoutErrors.too_many_confirmations({}, { retryAfterSeconds: Math.ceil(waitMs / 1000) });
}

/** KEYS counter. ARGV length of the window in ms. Returns the tries in the window and its remaining ms. */
const countScript = defineScript<readonly [tries: number, waitMs: number]>(
  "confirmTries",
  1,
  `local now, length = now_ms(), tonumber(ARGV[1])
local since = tonumber(redis.call("HGET", KEYS[1], "since"))
-- A window that began after now began before the clock was set back.
if not since or since > now or now - since >= length then
  since = now
  redis.call("HSET", KEYS[1], "since", since, "tries", 0)
  redis.call("PEXPIRE", KEYS[1], length)
end
return { redis.call("HINCRBY", KEYS[1], "tries", 1), since + length - now }`,
);
