import { Cluster, Redis } from "ioredis";
import { singleton } from "../concurrency/singleton.ts";
import { env } from "../config/env.ts";
import { explainError } from "../logging/failure.ts";
import { log } from "../logging/log.ts";

/** One server or a cluster: every key the product touches together shares a hash tag, so the calls are the same. */
export type RedisClient = Redis | Cluster;

/** A command that has no answer by then fails: a lost Redis must refuse, not hang. */
const COMMAND_TIMEOUT_MS = 1000;

/** How soon a cluster's new master is known; nothing else asks for it while no one waits for it. */
const SLOTS_REFRESH_MS = 1000;

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
          redisOptions: { ...commonOptions, ...credentialsIn(first) },
          enableAutoPipelining: true,
          clusterRetryStrategy: retryAfterMs,
          // Nobody waits for a slot that no node has: stock is read from Postgres, and others are told to come again.
          retryDelayOnClusterDown: 0,
          retryDelayOnFailover: 0,
          slotsRefreshInterval: SLOTS_REFRESH_MS,
        });
  if (client instanceof Redis) client.on("ready", () => void requireSingle(client));
  client.on("error", (error: Error) => log.warn({ action: "redis", outcome: explainError(error) }));
  return client;
}

/** What each node of a cluster is connected with, also one that no address names: a replica that took over. */
function credentialsIn(address: string) {
  const { protocol, username, password } = new URL(address);
  return {
    ...(username && { username: decodeURIComponent(username) }),
    ...(password && { password: decodeURIComponent(password) }),
    ...(protocol === "rediss:" && { tls: {} }),
  };
}

/** The start follows a cluster of which REDIS_URL names one node; it could not where no node answered then. */
async function requireSingle(client: Redis): Promise<void> {
  const info = await client.info("server").catch(() => "");
  if (!/^redis_mode:cluster/m.test(info)) return;
  log.error({
    ...{ action: "redis", outcome: "cluster" },
    advice:
      "REDIS_URL names one node of a cluster that did not answer when the app started. Start the app again, or name several nodes with commas between.",
  });
}

const close = async (client: RedisClient) => client.disconnect();

/** The process's Redis connection; it reconnects by itself for as long as the process lives. */
export const redis: RedisClient = singleton("redis", () => connectRedis(env.REDIS_URL), close);
