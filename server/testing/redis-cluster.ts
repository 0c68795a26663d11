import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { freePort } from "#scripts/services/loopback.ts";
import { bareEnvironment } from "#scripts/services/process.ts";
import { newRedisPassword, type RunningRedis, startRedis } from "#scripts/services/redis.ts";
import { until } from "./until.ts";

export interface RedisCluster {
  /** One of each master. */
  readonly urls: readonly string[];
  stopNode(number: number): Promise<void>;
  /** Stops the master that has this key. */
  stopMasterOf(key: string): Promise<void>;
  /** Stops all and removes their data. */
  stop(): Promise<void>;
}

export interface ClusterOptions {
  /** Of redis.conf, for each node. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Whether each of the three masters has a replica, which takes over where it is lost. */
  readonly replicas?: boolean;
}

/** Starts a Redis Cluster of three masters. */
export async function startRedisCluster({
  settings = {},
  replicas = false,
}: ClusterOptions = {}): Promise<RedisCluster> {
  const directory = mkdtempSync(join(tmpdir(), "seonchak-cluster-"));
  const password = newRedisPassword();
  const nodes: RunningRedis[] = [];
  for (const name of ["a", "b", "c", ...(replicas ? ["d", "e", "f"] : [])]) {
    nodes.push(
      await startRedis({
        directory: join(directory, name),
        port: await freePort(),
        password,
        settings: {
          appendonly: "no",
          masterauth: password,
          "cluster-enabled": "yes",
          "cluster-port": String(await freePort()),
          "cluster-node-timeout": "5000",
          ...settings,
        },
        temporary: true,
      }),
    );
  }
  const addresses = nodes.map(({ port }) => `127.0.0.1:${port}`);
  const shape = ["--cluster-replicas", replicas ? "1" : "0", "--cluster-yes"];
  const created = spawnSync("redis-cli", ["--cluster", "create", ...addresses, ...shape], {
    env: { ...bareEnvironment(), REDISCLI_AUTH: password },
    encoding: "utf8",
  });
  if (created.status !== 0) throw new Error(created.stdout + created.stderr);
  for (const { url } of nodes) {
    const node = new Redis(url);
    await until(async () => (await node.cluster("INFO")).includes("cluster_state:ok"), { timeoutMs: 20_000 });
    if (replicas)
      await until(async () => (await node.cluster("SLOTS")).every((slot) => slot.length === 4), {
        timeoutMs: 20_000,
      });
    node.disconnect();
  }
  return {
    urls: nodes.slice(0, 3).map(({ url }) => url),
    async stopMasterOf(key) {
      const asked = new Redis(nodes.at(-1)?.url ?? "");
      const slot = await asked.cluster("KEYSLOT", key);
      const range = (await asked.cluster("SLOTS")).find(([from, to]) => from <= slot && slot <= to);
      asked.disconnect();
      const [, port] = range?.[2] ?? [];
      await nodes.find((node) => node.port === port)?.stop();
    },
    stopNode: async (number) => nodes[number]?.stop(),
    async stop() {
      await Promise.all(nodes.map((node) => node.stop()));
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
