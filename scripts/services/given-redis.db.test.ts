import { Redis } from "ioredis";
import { afterAll, beforeAll, expect, it } from "vitest";
import { env } from "#server/platform/config/env.ts";
import { isRedisLoss } from "#server/platform/redis/connection-loss.ts";
import { connectRedis, type RedisClient } from "#server/platform/redis/redis.ts";
import { defineScript } from "#server/platform/redis/script.ts";
import { patient } from "#server/testing/patience.ts";
import { type RedisCluster, startRedisCluster } from "#server/testing/redis-cluster.ts";
import { until } from "#server/testing/until.ts";
import { followRedis } from "./given-redis.ts";

const said: string[] = [];
const progress = { step: (text: string) => void said.push(text), say() {}, fail() {} };
const follow = (url: string) => followRedis(url, progress, new AbortController().signal);
const write = defineScript<string>(
  "tryWrite",
  1,
  `redis.call("SET", KEYS[1], ARGV[1]) return redis.call("GET", KEYS[1])`,
);

let cluster: RedisCluster;
beforeAll(async () => {
  cluster = await startRedisCluster();
}, patient(60_000));
afterAll(() => cluster?.stop());

/** Enough keys that each master has some. */
const writeAll = (redis: RedisClient) =>
  Promise.allSettled(Array.from({ length: 30 }, (_, n) => write(redis, `key:{${n}}`, n)));

it("uses one server as it is, and one that does not answer too, which it says", async () => {
  expect(await follow(env.REDIS_URL)).toBe(env.REDIS_URL);
  expect(said).toEqual([]);
  expect(await follow("redis://127.0.0.1:1")).toBe("redis://127.0.0.1:1");
  expect(said.splice(0)).toEqual([expect.stringContaining("does not answer")]);
});

it("refuses several addresses of servers that are no cluster", async () => {
  await expect(follow(`${env.REDIS_URL},${env.REDIS_URL}`)).rejects.toThrow(/no node of a cluster/);
});

it("follows a cluster that one address names, with the password on every node, and tells what no master has at once", async () => {
  const [one = "", ...others] = cluster.urls;
  const url = await follow(one);
  expect(url.split(",").sort()).toEqual(
    expect.arrayContaining([one, ...others].map((node) => new URL(node).href)),
  );
  expect(said.splice(0)).toEqual([expect.stringContaining("3 masters")]);
  // Only the first node is named: the password of the others has to come from it.
  const redis = connectRedis(`${one},${one}`);
  try {
    await until(async () => (await writeAll(redis)).every(({ status }) => status === "fulfilled"));
    await cluster.stopNode(2);
    await until(async () => (await writeAll(redis)).some(({ status }) => status === "rejected"));
    const outcomes = await writeAll(redis);
    const lost = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(lost.length).toBeGreaterThan(0);
    expect(lost.filter((reason) => !isRedisLoss(reason))).toEqual([]);
    // That is what ioredis says after it has tried again and again.
    expect(lost.filter(({ message }: Error) => message.startsWith("Too many"))).toEqual([]);
  } finally {
    redis.disconnect();
  }
});

it("is what a single client of a cluster's node could not do", async () => {
  const redis = new Redis(cluster.urls[0] ?? "");
  const outcomes = await writeAll(redis);
  redis.disconnect();
  expect(outcomes.some(({ status }) => status === "rejected")).toBe(true);
});
