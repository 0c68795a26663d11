import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Cluster } from "ioredis";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freePort } from "#scripts/services/loopback.ts";
import { bareEnvironment } from "#scripts/services/process.ts";
import { newRedisPassword, type RunningRedis, startRedis } from "#scripts/services/redis.ts";
import { connectRedis } from "../platform/redis/redis.ts";
import { patient } from "../testing/patience.ts";
import { givenQueue, reasonOf } from "../testing/queue.ts";
import { queueScenarios } from "../testing/queue-scenarios.ts";
import { until } from "../testing/until.ts";

const directory = mkdtempSync(join(tmpdir(), "seonchak-cluster-"));
const password = newRedisPassword();
const nodes: RunningRedis[] = [];
let cluster: Cluster;

beforeAll(async () => {
  for (const name of ["a", "b", "c"]) nodes.push(await startNode(name));
  const addresses = nodes.map(({ port }) => `127.0.0.1:${port}`);
  const created = spawnSync("redis-cli", ["--cluster", "create", ...addresses, "--cluster-yes"], {
    env: { ...bareEnvironment(), REDISCLI_AUTH: password },
    encoding: "utf8",
  });
  expect(created.status, created.stdout + created.stderr).toBe(0);
  cluster = connectRedis(nodes.map(({ url }) => url).join(",")) as Cluster;
  await until(async () => (await cluster.cluster("INFO")).includes("cluster_state:ok"), {
    timeoutMs: 20_000,
  });
}, patient(60_000));

afterAll(async () => {
  cluster?.disconnect();
  await Promise.all(nodes.map((node) => node.stop()));
  rmSync(directory, { recursive: true, force: true });
});

const startNode = async (name: string) =>
  startRedis({
    directory: join(directory, name),
    port: await freePort(),
    password,
    settings: {
      appendonly: "no",
      "cluster-enabled": "yes",
      "cluster-port": String(await freePort()),
      "cluster-node-timeout": "5000",
    },
    temporary: true,
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
