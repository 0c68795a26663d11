import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Cluster } from "ioredis";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freePort } from "#scripts/services/ports.ts";
import { bareEnvironment } from "#scripts/services/process.ts";
import { newRedisPassword, type RunningRedis, startRedis } from "#scripts/services/redis.ts";
import { connectRedis } from "../platform/redis.ts";
import { givenLine, reasonOf } from "../testing/line.ts";
import { lineScenarios } from "../testing/line-scenarios.ts";
import { patient } from "../testing/patience.ts";
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

lineScenarios(() => cluster);

it("spreads lines over the nodes, and several move at once", async () => {
  const lines = await Promise.all(Array.from({ length: 12 }, () => givenLine(cluster, { admitLimit: 1 })));
  const places = await Promise.all(lines.flatMap((line) => [1, 2, 3].map(() => line.newcomer().join())));
  expect(places.map(({ number }) => number).sort()).toEqual([1, 2, 3].flatMap((n) => lines.map(() => n)));
  const sizes = await Promise.all(cluster.nodes("master").map((node) => node.dbsize()));
  expect(sizes.filter((size) => size > 0).length).toBeGreaterThan(1);
});

it("starts lines anew when every node was emptied", async () => {
  const line = await givenLine(cluster, { admitLimit: 1 });
  const person = line.newcomer();
  const { queueToken } = await person.join();
  await Promise.all(cluster.nodes("master").flatMap((node) => [node.flushall(), node.script("FLUSH")]));
  expect(await reasonOf(person.ask(queueToken))).toBe("line_restarted");
  expect(await person.join()).toMatchObject({ number: 1, allowed: true });
});
