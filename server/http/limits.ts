import { RateLimiterMemory } from "rate-limiter-flexible";
import type { AppContext } from "../platform/context.ts";
import { env } from "../platform/env.ts";
import { platformErrors } from "../platform/errors.ts";
import { singleton } from "../platform/singleton.ts";

/** Writes a second that no person needs, and one address only as a school or an office behind it. */
const PER_USER_PER_SECOND = 20;
const PER_ADDRESS_PER_SECOND = 200;

/** Kept in the process: the hottest path asks no other machine, and it still holds when Redis is away. */
const limiters = singleton("write-limiters", () => ({
  users: new RateLimiterMemory({ points: PER_USER_PER_SECOND, duration: 1 }),
  addresses: new RateLimiterMemory({ points: PER_ADDRESS_PER_SECOND, duration: 1 }),
}));

/** Counts a write of this user, or of this address where nobody is signed in. Throws `rate_limited` (429). */
export async function limitCaller({ actor, ip }: AppContext): Promise<void> {
  if (!env.RATE_LIMITS) return;
  const counted =
    actor.kind === "user" ? limiters.users.consume(actor.userId) : ip && limiters.addresses.consume(ip);
  if (!counted) return;
  try {
    await counted;
  } catch {
    throw platformErrors.rate_limited();
  }
}
