import type { Cluster } from "ioredis";
import { afterAll, beforeAll, expect, it } from "vitest";
import { connectRedis } from "../platform/redis/redis.ts";
import { patient } from "../testing/patience.ts";
import { givenQueue, reasonOf } from "../testing/queue.ts";
import { queueScenarios } from "../testing/queue-scenarios.ts";
import { type RedisCluster, startRedisCluster } from "../testing/redis-cluster.ts";

let nodes: RedisCluster;
let cluster: Cluster;

beforeAll(async () => {
  nodes = await startRedisCluster();
  cluster = connectRedis(nodes.urls.join()) as Cluster;
}, patient(60_000));

afterAll(async () => {
  cluster?.disconnect();
  await nodes?.stop();
});

queueScenarios(() => cluster);

it("spreads queues over the nodes, and several move at once", async () => {
  const queues = await Promise.all(Array.from({ length: 12 }, () => givenQueue(cluster, { admitLimit: 1 })));
  const places = await Promise.all(queues.flatMap((queue) => [1, 2, 3].map(() => queue.newcomer().join())));
  expect(places.map(({ number }) => number).sort()).toEqual([1, 2, 3].flatMap((n) => queues.map(() => n)));
  const sizes = await Promise.all(cluster.nodes("master").map((node) => node.dbsize()));
  expect(sizes.filter((size) => size > 0).length).toBeGreaterThan(1);
});

it("starts queues again when every node was emptied", async () => {
  const queue = await givenQueue(cluster, { admitLimit: 1 });
  const person = queue.newcomer();
  const { queueToken } = await person.join();
  await Promise.all(cluster.nodes("master").flatMap((node) => [node.flushall(), node.script("FLUSH")]));
  expect(await reasonOf(person.ask(queueToken))).toBe("line_restarted");
  expect(await person.join()).toMatchObject({ number: 1, allowed: true });
});
