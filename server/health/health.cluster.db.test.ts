import { afterEach, beforeEach, expect, it } from "vitest";
import { systemContext } from "../platform/operation/context.ts";
import { connectRedis } from "../platform/redis/redis.ts";
import { patient } from "../testing/patience.ts";
import { type RedisCluster, startRedisCluster } from "../testing/redis-cluster.ts";
import { until } from "../testing/until.ts";
import { measure } from "./queries.ts";

const ctx = systemContext("test");

let cluster: RedisCluster;
beforeEach(async () => {
  cluster = await startRedisCluster({ settings: { "cluster-require-full-coverage": "no" } });
}, patient(60_000));
afterEach(() => cluster?.stop());

const redisVia = async (url: string) => {
  const redis = connectRedis(url);
  try {
    return await until(async () => {
      const { redis: seen } = (await measure({ ...ctx, redis })).checks;
      // A busy machine's answers may be slow, and a connection takes its time: other causes, which pass.
      if (seen.cause && !seen.cause.includes("MOVED")) throw new Error(seen.cause);
      return seen;
    });
  } finally {
    redis.disconnect();
  }
};

it("finds that a node of a cluster is taken for a single server, on all nodes that have not the key", async () => {
  const seen = [];
  for (const url of cluster.urls) seen.push(await redisVia(url));
  expect(seen.map(({ status }) => status).sort()).toEqual(["HEALTHY", "UNHEALTHY", "UNHEALTHY"]);
  expect(seen.flatMap(({ cause }) => cause ?? [])).toEqual([
    expect.stringContaining("MOVED"),
    expect.stringContaining("MOVED"),
  ]);
});

it("is degraded, and sells, where a part of a cluster is lost", async () => {
  const redis = connectRedis(cluster.urls.join());
  try {
    const seen = async () => (await measure({ ...ctx, redis })).checks.redis;
    await until(async () => (await seen()).cause === null);
    await cluster.stopNode(1);
    await until(async () => (await seen()).cause?.startsWith("part of the cluster"));
    expect(await seen()).toMatchObject({ status: "DEGRADED" });
  } finally {
    redis.disconnect();
  }
});
