import { createHash } from "node:crypto";
import { withRedisClock } from "../database/clock.ts";
import { histogram } from "../metrics/registry.ts";
import type { RedisClient } from "./redis.ts";

type Argument = string | number | Buffer;

const roundTrips = histogram({
  name: "redis_script_duration_seconds",
  help: "Round trips to Redis by script, those that failed too.",
  labelNames: ["script"],
});

/**
 * A Lua script as a function: one atomic change in Redis. It is sent by its digest and, where the server has
 * forgotten it, whole. `now_ms()` is Redis's clock in it.
 *
 * ioredis's own `defineCommand` is not used: a command defined while a pipeline is being gathered is unknown to that
 * pipeline, and with auto-pipelining the call then gives every later caller of the pipeline its neighbour's answer.
 * @param name - is in the source's first line, so that MONITOR and SLOWLOG show it
 * @param keyCount - how many of the arguments, from the first, are keys; on a cluster they share a hash tag
 */
export function defineScript<Result>(name: string, keyCount: number, lua: string) {
  let script: { readonly source: string; readonly digest: string } | undefined;
  // Not before the first call, so that tests can replace the clock.
  const prepared = () => {
    const source = `-- ${name}\n${withRedisClock(lua)}`;
    script ??= { source, digest: createHash("sha1").update(source).digest("hex") };
    return script;
  };

  return async (redis: RedisClient, ...args: readonly Argument[]): Promise<Result> => {
    const { source, digest } = script ?? prepared();
    const end = roundTrips.startTimer({ script: name });
    try {
      return (await redis.evalsha(digest, keyCount, ...args)) as Result;
    } catch (error) {
      if (!(error instanceof Error && error.message.startsWith("NOSCRIPT"))) throw error;
      return (await redis.eval(source, keyCount, ...args)) as Result;
    } finally {
      end();
    }
  };
}
