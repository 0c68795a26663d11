import { withRedisClock } from "./clock.ts";
import type { RedisClient } from "./redis.ts";

type Argument = string | number;

/**
 * A Lua script as a function: one atomic change in Redis. It is sent by its digest and, where the server has
 * forgotten it, whole. `now_ms()` is Redis's clock in it.
 * @param keyCount - how many of the arguments, from the first, are keys; on a cluster they share a hash tag
 */
export function defineScript<Result>(name: string, keyCount: number, lua: string) {
  return (redis: RedisClient, ...args: readonly Argument[]): Promise<Result> => {
    const client = redis as unknown as Record<string, (...args: readonly Argument[]) => Promise<Result>>;
    if (!client[name]) redis.defineCommand(name, { numberOfKeys: keyCount, lua: withRedisClock(lua) });
    return (client[name] as (...args: readonly Argument[]) => Promise<Result>)(...args);
  };
}
