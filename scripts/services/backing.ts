import { join } from "node:path";
import { appUrlOf } from "#db/roles.ts";
import { archiveSettings, prepareArchive } from "../backup/archive.ts";
import type { DataDirectory } from "./data-directory.ts";
import { type DatabaseUrls, prepareDatabase } from "./database-roles.ts";
import { prepareGivenDatabase } from "./given-database.ts";
import { followRedis } from "./given-redis.ts";
import { keepRunning } from "./keep-running.ts";
import { freePort } from "./loopback.ts";
import { ensureDatabase, startPostgres } from "./postgres.ts";
import { withoutEmpty } from "./process.ts";
import type { Progress } from "./progress.ts";
import { newRedisPassword, startRedis } from "./redis.ts";
import { loadOrMakeSecrets } from "./secrets.ts";
import type { Settings } from "./settings.ts";

const DATABASE = "seonchak";
const CONNECTIONS_MIN = 200;
/** What an app process has beside its pool, and some room for the one that takes over while it still drains. */
const CONNECTIONS_BESIDE_POOL = 5;

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
  const [databaseUrl, redisUrl] = await Promise.all([
    preparedDatabase(options),
    settings.values.REDIS_URL
      ? followRedis(settings.values.REDIS_URL, progress, signal)
      : embeddedRedis(options),
  ]);
  signal.throwIfAborted();
  return {
    ...secrets,
    ...withoutEmpty(settings.environment),
    ...(directory ? { DATA_DIR: directory.path } : {}),
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
  };
}

/** @returns the address for the app's statements */
async function preparedDatabase(options: BackingOptions): Promise<string> {
  const { settings, progress, signal } = options;
  const { DATABASE_URL, DATABASE_DIRECT_URL, MIGRATION_DATABASE_URL } = settings.values;
  if (DATABASE_URL)
    return prepareGivenDatabase(
      { DATABASE_URL, DATABASE_DIRECT_URL, MIGRATION_DATABASE_URL },
      progress,
      signal,
    );
  const embedded = await embeddedPostgres(options);
  signal.throwIfAborted();
  await prepareDatabase(embedded, progress, signal);
  return embedded.app;
}

async function embeddedPostgres({
  settings: { values },
  directory,
  workers,
  progress,
  started,
}: BackingOptions): Promise<DatabaseUrls> {
  if (directory === undefined) throw new Error("The embedded database needs a data directory.");
  const port = await freePort();
  const perWorker = values.DATABASE_POOL_SIZE + CONNECTIONS_BESIDE_POOL;
  const folder = join(directory.path, "postgres");
  if (values.BACKUP_DIR) await prepareArchive(values.BACKUP_DIR, folder);
  const settings = {
    max_connections: String(Math.max(CONNECTIONS_MIN, perWorker * (workers + 2))),
    ...(values.BACKUP_DIR ? archiveSettings(values.BACKUP_DIR) : {}),
  };
  const server = await keepRunning({
    name: "PostgreSQL",
    progress,
    start: () => startPostgres({ directory: folder, port, settings }),
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
