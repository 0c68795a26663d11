import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrateDatabase } from "#db/migrate.ts";
import { appUrlOf } from "#db/roles.ts";
import { freePort } from "#scripts/services/loopback.ts";
import { ensureDatabase, startPostgres } from "#scripts/services/postgres.ts";
import { newRedisPassword, startRedis } from "#scripts/services/redis.ts";
import { generatedSecrets } from "#server/platform/config/env-variables.ts";

/** A Postgres and a Redis that keep what they are told, as in production, and may be restarted. */
export interface OwnServers {
  /** Laid out as a data directory of the app. */
  readonly folder: string;
  restartPostgres(): Promise<void>;
  restartRedis(): Promise<void>;
  /** Runs `work` while the server is stopped, and starts it again however that ends. */
  withoutPostgres(work: () => Promise<void>): Promise<void>;
  withoutRedis(work: () => Promise<void>): Promise<void>;
  /** Stops both and removes their data. */
  stop(): Promise<void>;
}

/** A Redis that forgets all when it is stopped. */
export interface OwnRedis {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Stops it and removes its directory. */
  remove(): Promise<void>;
}

/** Starts a Redis of the caller's own and names it in the environment, which must happen before modules read it. */
export async function startOwnRedis(): Promise<OwnRedis> {
  const directory = mkdtempSync(join(tmpdir(), "seonchak-own-redis-"));
  const settings = { appendonly: "no" };
  const options = {
    directory,
    port: await freePort(),
    password: newRedisPassword(),
    settings,
    temporary: true,
  };
  let server = await startRedis(options);
  process.env.REDIS_URL = server.url;
  return {
    async start() {
      server = await startRedis(options);
    },
    stop: () => server.stop(),
    async remove() {
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/**
 * Starts servers of the caller's own and names them in the environment, which must happen before modules read it: a test
 * does so in `vi.hoisted`, a program imports them afterwards.
 */
export async function startOwnServers({
  settingsOf = async () => ({}),
}: {
  /** Settings of postgresql.conf for the server of that directory. */
  settingsOf?: (serverDirectory: string) => Promise<Readonly<Record<string, string>>>;
} = {}): Promise<OwnServers> {
  const folder = mkdtempSync(join(tmpdir(), "seonchak-own-"));
  // PostgreSQL may run as a user of its own, who must be able to enter.
  chmodSync(folder, 0o711);
  const temporary = true;
  const directory = join(folder, "postgres");
  const settings = await settingsOf(directory);
  const ofPostgres = { directory, port: await freePort(), temporary, settings };
  const password = newRedisPassword();
  const ofRedis = { directory: join(folder, "redis"), port: await freePort(), password, temporary };
  let postgres = await startPostgres(ofPostgres);
  let redis = await startRedis(ofRedis);
  await ensureDatabase(postgres.url("postgres"), "seonchak");
  await migrateDatabase(postgres.url("seonchak"), appUrlOf(postgres.url("seonchak")));
  Object.assign(process.env, {
    NODE_ENV: "test",
    SEONCHAK_EMBEDDED: "on",
    SANDBOX: "on",
    RATE_LIMITS: "off",
    DEMO: "off",
    DATABASE_URL: appUrlOf(postgres.url("seonchak")),
    MIGRATION_DATABASE_URL: postgres.url("seonchak"),
    REDIS_URL: redis.url,
    ...Object.fromEntries(generatedSecrets.map((name) => [name, randomBytes(32).toString("hex")])),
  });
  const withoutPostgres = async (work: () => Promise<void>) => {
    await postgres.stop();
    await work().finally(async () => {
      postgres = await startPostgres(ofPostgres);
    });
  };
  const withoutRedis = async (work: () => Promise<void>) => {
    await redis.stop();
    await work().finally(async () => {
      redis = await startRedis(ofRedis);
    });
  };
  const nothing = async () => {};
  return {
    folder,
    restartPostgres: () => withoutPostgres(nothing),
    restartRedis: () => withoutRedis(nothing),
    withoutPostgres,
    withoutRedis,
    async stop() {
      await redis.stop();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
