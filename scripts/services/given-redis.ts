import { Redis } from "ioredis";
import { StartFailure } from "./failure.ts";
import type { Progress } from "./progress.ts";

const ANSWER_SECONDS = 10;
const TRY_MS = 500;

/**
 * Finds out whether the Redis of `REDIS_URL` is a cluster, which a client has to know beforehand.
 * @returns the addresses for the app: of a cluster those of its masters too, after the one that was given
 * @throws StartFailure where several addresses were given that are no cluster
 */
export async function followRedis(given: string, progress: Progress, signal: AbortSignal): Promise<string> {
  const [first = "", ...others] = given.split(",");
  const redis = new Redis(first, {
    lazyConnect: true,
    connectTimeout: 2000,
    commandTimeout: 2000,
    maxRetriesPerRequest: 0,
    retryStrategy: () => TRY_MS,
  });
  // Each lost try; what comes of them is said below.
  redis.on("error", () => {});
  try {
    const isCluster = await untilKnown(redis, signal);
    if (isCluster === undefined) {
      progress.step("The Redis of REDIS_URL does not answer: the app starts without it");
      return given;
    }
    if (!isCluster && others.length > 0)
      throw new StartFailure(
        "REDIS_URL names several addresses, as for a Redis Cluster, and the first one is no node of a cluster. Name one server.",
      );
    if (!isCluster || others.length > 0) return given;
    const masters = await mastersOf(redis, first);
    progress.step(`REDIS_URL is a node of a cluster: the app follows its ${masters.length} masters`);
    return [first, ...masters].join();
  } finally {
    redis.disconnect();
  }
}

/** @returns undefined where nothing answers in time */
async function untilKnown(redis: Redis, signal: AbortSignal): Promise<boolean | undefined> {
  const deadline = performance.now() + ANSWER_SECONDS * 1000;
  redis.connect().catch(() => {});
  while (performance.now() < deadline) {
    signal.throwIfAborted();
    const info = await redis.info("server").catch(() => undefined);
    if (info !== undefined) return /^redis_mode:cluster/m.test(info);
    await new Promise((later) => setTimeout(later, TRY_MS));
  }
  return undefined;
}

async function mastersOf(redis: Redis, first: string): Promise<string[]> {
  const addresses = (await redis.cluster("SLOTS")).flatMap(([, , master]) => {
    if (!master) return [];
    const [host, port] = master;
    const url = new URL(first);
    // A node that does not know its own address leaves it out.
    if (host) url.hostname = host.includes(":") ? `[${host}]` : host;
    url.port = String(port);
    return url.href;
  });
  return [...new Set(addresses)];
}
