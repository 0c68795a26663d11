import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { appUrlOf } from "#db/roles.ts";
import { generatedSecrets } from "#server/platform/config/env-variables.ts";
import { startHaproxy } from "#server/testing/haproxy.ts";
import { type Pgbouncer, startPgbouncer } from "#server/testing/pgbouncer.ts";
import { type RedisCluster, startRedisCluster } from "#server/testing/redis-cluster.ts";
import { openWay, type Way } from "#server/testing/way.ts";
import { prepareGivenDatabase } from "../services/given-database.ts";
import type { Progress } from "../services/progress.ts";
import { type App, startApp } from "./app.ts";
import { type PostgresPair, startPostgresPair } from "./postgres-pair.ts";
import { startReceiver } from "./receiver.ts";

/** Milliseconds without a word until a node's replica takes over. */
const NODE_TIMEOUT_MS = 2000;
const APPS = [0, 1, 2];

/** Everything that a shop on several machines has, on this one. */
export interface Centre {
  /** Where buyers come. */
  readonly url: string;
  readonly apps: readonly App[];
  /** From each app to the pooler. */
  readonly ways: readonly Way[];
  readonly postgres: PostgresPair;
  readonly pooler: Pgbouncer;
  /** To Postgres itself, past the pooler. */
  readonly direct: Way;
  readonly redis: RedisCluster;
  /** Under how many ids an order was told to the data platform. */
  idsOf(orderId: string): number;
  stop(): Promise<void>;
}

/** Starts it, and names its database and Redis in the environment, before modules are imported that read it. */
export async function openCentre(progress: Progress): Promise<Centre> {
  await using started = new AsyncDisposableStack();
  const folder = mkdtempSync(join(tmpdir(), "seonchak-rehearsal-"));
  started.defer(() => rmSync(folder, { recursive: true, force: true }));
  // PostgreSQL may run as a user of its own, who must be able to enter.
  chmodSync(folder, 0o711);
  const postgres = await startPostgresPair(folder);
  started.defer(postgres.stop);
  const [owner, app] = [postgres.url(), appUrlOf(postgres.url())];
  const direct = await openWay(app);
  started.defer(direct.close);
  const pooler = await startPgbouncer("transaction", [app, owner]);
  started.defer(pooler.stop);
  progress.step("PostgreSQL, its replica and PgBouncer are up");
  const redis = await startRedisCluster({
    settings: { "cluster-node-timeout": String(NODE_TIMEOUT_MS) },
    replicas: true,
  });
  started.defer(redis.stop);
  progress.step("Redis Cluster is up, with a replica of each master");
  const receiver = await startReceiver();
  started.defer(receiver.stop);
  const DATABASE_URL = await prepareGivenDatabase(
    { DATABASE_URL: pooler.url(app), DATABASE_DIRECT_URL: direct.url, MIGRATION_DATABASE_URL: owner },
    progress,
    new AbortController().signal,
  );
  await pooler.reconnect();
  Object.assign(process.env, {
    ...{ NODE_ENV: "test", SEONCHAK_EMBEDDED: "on", SANDBOX: "on", RATE_LIMITS: "off", DEMO: "off" },
    ...{ DATABASE_URL, DATABASE_DIRECT_URL: direct.url, REDIS_URL: redis.urls.join() },
    ...{ DATA_DIR: join(folder, "data"), DATA_PLATFORM_URL: receiver.url, DATABASE_POOL_SIZE: "10" },
    ...Object.fromEntries(generatedSecrets.map((name) => [name, randomBytes(32).toString("hex")])),
  });
  const { ways, apps } = await openApps(started, DATABASE_URL, folder);
  const haproxy = await startHaproxy(
    apps.map(({ url }) => url),
    { endsRequests: true },
  );
  started.defer(haproxy.stop);
  progress.step("Three app processes are up behind HAProxy");
  const all = started.move();
  return {
    ...{ url: haproxy.url, apps, ways, postgres, pooler, direct, redis, idsOf: receiver.idsOf },
    stop: () => all.disposeAsync(),
  };
}

/** Three processes of the app, each on its own way to the pooler. */
async function openApps(started: AsyncDisposableStack, databaseUrl: string, folder: string) {
  const ways = await Promise.all(APPS.map(() => openWay(databaseUrl)));
  for (const way of ways) started.defer(way.close);
  const apps = await Promise.all(
    ways.map((way, n) => startApp({ ...process.env, DATABASE_URL: way.url }, join(folder, `app-${n}.log`))),
  );
  for (const one of apps) started.defer(one.stop);
  await Promise.all(apps.map((one) => one.untilReady()));
  return { ways, apps };
}
