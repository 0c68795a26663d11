import { Cluster, Redis } from "ioredis";
import { singleton } from "../concurrency/singleton.ts";
import { env } from "../config/env.ts";
import { explainError } from "../logging/failure.ts";
import { log } from "../logging/log.ts";

/** One server or a cluster: every key the product touches together shares a hash tag, so the calls are the same. */
export type RedisClient = Redis | Cluster;

/** A command that has no answer by then fails: a lost Redis must refuse, not hang. */
const COMMAND_TIMEOUT_MS = 1000;

const commonOptions = {
  commandTimeout: COMMAND_TIMEOUT_MS,
  connectTimeout: COMMAND_TIMEOUT_MS,
  maxRetriesPerRequest: 1,
};
const retryAfterMs = (tries: number) => Math.min(tries * 50, 500);

/** Connects to `redis://…`, or to a cluster when several addresses are given, separated by commas. */
export function connectRedis(url: string): RedisClient {
  const [first = "", ...others] = url.split(",");
  const client =
    others.length === 0
      ? new Redis(first, { ...commonOptions, enableAutoPipelining: true, retryStrategy: retryAfterMs })
      : new Cluster([first, ...others], {
          redisOptions: commonOptions,
          enableAutoPipelining: true,
          clusterRetryStrategy: retryAfterMs,
        });
  client.on("error", (error: Error) => log.warn({ action: "redis", outcome: explainError(error) }));
  return client;
}

const close = async (client: RedisClient) => client.disconnect();

/** The process's Redis connection; it reconnects by itself for as long as the process lives. */
export const redis: RedisClient = singleton("redis", () => connectRedis(env.REDIS_URL), close);
