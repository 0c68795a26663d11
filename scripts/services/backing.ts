import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { appUrlOf } from "#db/roles.ts";
import type { DataDirectory } from "./data-directory.ts";
import { type DatabaseUrls, prepareDatabase } from "./database-roles.ts";
import { StartFailure } from "./failure.ts";
import { keepRunning } from "./keep-running.ts";
import { freePort } from "./loopback.ts";
import { acceptsQueries, ensureDatabase, startPostgres } from "./postgres.ts";
import { withoutEmpty } from "./process.ts";
import type { Progress } from "./progress.ts";
import { newRedisPassword, startRedis } from "./redis.ts";
import { loadOrMakeSecrets } from "./secrets.ts";
import type { Settings } from "./settings.ts";

const DATABASE = "seonchak";
const WAIT_SECONDS = 60;
const CONNECTIONS_MIN = 200;
/** The pool of an app process, and some room for the one that takes over while it still drains. */
const CONNECTIONS_PER_WORKER = 25;

export interface BackingOptions {
  readonly settings: Settings;
  /** Undefined when nothing has to be kept on this machine. */
  readonly directory: DataDirectory | undefined;
  /** How many app processes will share the database. */
  readonly workers: number;
  readonly progress: Progress;
  /** Takes what was started, to be stopped with the rest. */
  readonly started: AsyncDisposableStack;
  readonly signal: AbortSignal;
}

/**
 * Starts the database and the Redis server whose addresses were left out, and migrates the database.
 * @returns the complete environment of the app's processes
 * @throws StartFailure when one of them does not come up or cannot be reached
 */
export async function startBacking(options: BackingOptions): Promise<NodeJS.ProcessEnv> {
  const { settings, directory, progress, signal } = options;
  const secrets =
    settings.embedded && directory
      ? loadOrMakeSecrets(directory.path, settings.environment, progress.step)
      : {};
  const [database, redisUrl] = await Promise.all([
    givenDatabase(settings) ?? embeddedPostgres(options),
    settings.values.REDIS_URL ?? embeddedRedis(options),
  ]);
  signal.throwIfAborted();
  if (!settings.embedded) await untilReachable(database.owner, progress, signal);
  await prepareDatabase(database, progress);
  return {
    ...secrets,
    ...withoutEmpty(settings.environment),
    ...(directory ? { DATA_DIR: directory.path } : {}),
    DATABASE_URL: database.app,
    REDIS_URL: redisUrl,
  };
}

function givenDatabase({ values }: Settings): DatabaseUrls | undefined {
  const { DATABASE_URL: app, MIGRATION_DATABASE_URL: owner } = values;
  return app === undefined ? undefined : { app, owner: owner ?? app };
}

async function embeddedPostgres({
  directory,
  workers,
  progress,
  started,
}: BackingOptions): Promise<DatabaseUrls> {
  if (directory === undefined) throw new Error("The embedded database needs a data directory.");
  const port = await freePort();
  const settings = {
    max_connections: String(Math.max(CONNECTIONS_MIN, CONNECTIONS_PER_WORKER * (workers + 2))),
  };
  const server = await keepRunning({
    name: "PostgreSQL",
    progress,
    start: () => startPostgres({ directory: join(directory.path, "postgres"), port, settings }),
  });
  started.use(server);
  await ensureDatabase(server.first.url("postgres"), DATABASE);
  progress.step(`PostgreSQL is up on port ${port}`);
  const owner = server.first.url(DATABASE);
  return { owner, app: appUrlOf(owner) };
}

async function embeddedRedis({ directory, progress, started }: BackingOptions): Promise<string> {
  if (directory === undefined) throw new Error("The embedded Redis needs a data directory.");
  const port = await freePort();
  const password = newRedisPassword();
  const server = await keepRunning({
    name: "Redis",
    progress,
    start: () => startRedis({ directory: join(directory.path, "redis"), port, password }),
  });
  started.use(server);
  progress.step(`Redis is up on port ${port}`);
  return server.first.url;
}

async function untilReachable(url: string, progress: Progress, signal: AbortSignal): Promise<void> {
  const deadline = performance.now() + WAIT_SECONDS * 1000;
  for (let tries = 0; !(await acceptsQueries(url)); tries++) {
    signal.throwIfAborted();
    if (tries === 0) progress.step("Waiting for the database of DATABASE_URL");
    if (performance.now() > deadline) {
      throw new StartFailure(`The database of DATABASE_URL does not answer (${WAIT_SECONDS} seconds).`);
    }
    await sleep(500, undefined, { signal });
  }
}
