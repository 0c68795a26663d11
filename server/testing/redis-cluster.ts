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
  /** Stops all and removes their data. */
  stop(): Promise<void>;
}

/**
 * Starts a Redis Cluster of three masters without replicas.
 * @param settings - of redis.conf, for each node
 */
export async function startRedisCluster(
  settings: Readonly<Record<string, string>> = {},
): Promise<RedisCluster> {
  const directory = mkdtempSync(join(tmpdir(), "seonchak-cluster-"));
  const password = newRedisPassword();
  const nodes: RunningRedis[] = [];
  for (const name of ["a", "b", "c"]) {
    nodes.push(
      await startRedis({
        directory: join(directory, name),
        port: await freePort(),
        password,
        settings: {
          appendonly: "no",
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
  const created = spawnSync("redis-cli", ["--cluster", "create", ...addresses, "--cluster-yes"], {
    env: { ...bareEnvironment(), REDISCLI_AUTH: password },
    encoding: "utf8",
  });
  if (created.status !== 0) throw new Error(created.stdout + created.stderr);
  const urls = nodes.map(({ url }) => url);
  for (const url of urls) {
    const node = new Redis(url);
    await until(async () => (await node.cluster("INFO")).includes("cluster_state:ok"), { timeoutMs: 20_000 });
    node.disconnect();
  }
  return {
    urls,
    stopNode: async (number) => nodes[number]?.stop(),
    async stop() {
      await Promise.all(nodes.map((node) => node.stop()));
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
