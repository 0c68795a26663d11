import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrateDatabase } from "#db/migrate.ts";
import { freePort } from "#scripts/services/ports.ts";
import { ensureDatabase, startPostgres } from "#scripts/services/postgres.ts";
import { newRedisPassword, startRedis } from "#scripts/services/redis.ts";
import { generatedSecrets } from "#server/platform/env-variables.ts";

/**
 * Starts a Postgres and a Redis of the bench's own and names them in the environment, before any module reads it.
 * @returns what stops them and removes their data
 */
export async function startStack(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), "seonchak-bench-"));
  const postgres = await startPostgres({
    directory: join(folder, "postgres"),
    port: await freePort(),
  });
  const password = newRedisPassword();
  const redis = await startRedis({ directory: join(folder, "redis"), port: await freePort(), password });
  await ensureDatabase(postgres.url("postgres"), "bench");
  await migrateDatabase(postgres.url("bench"));
  Object.assign(process.env, {
    // The generator keeps its own log lines to itself; the app process is told that it is in production.
    NODE_ENV: "test",
    SEONCHAK_EMBEDDED: "on",
    SANDBOX: "on",
    RATE_LIMITS: "off",
    DEMO: "off",
    DATABASE_URL: postgres.url("bench"),
    REDIS_URL: redis.url,
    ...Object.fromEntries(generatedSecrets.map((name) => [name, randomBytes(32).toString("hex")])),
  });
  return async () => {
    await redis.stop();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
