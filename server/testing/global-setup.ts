import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { migrateDatabase } from "#db/migrate.ts";
import { appUrlOf } from "#db/roles.ts";
import { freePort } from "#scripts/services/loopback.ts";
import { startPostgres } from "#scripts/services/postgres.ts";
import { newRedisPassword, startRedis } from "#scripts/services/redis.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A superuser's address on the test server. */
    adminUrl: string;
    /** The migrated database that every test file gets a copy of. */
    templateDatabase: string;
    redisUrl: string;
  }
}

type Cleanup = () => Promise<void> | void;

/**
 * Starts what database tests need, once for all files, and migrates the template. `TEST_DATABASE_URL` and
 * `TEST_REDIS_URL` name servers to use instead of starting some.
 * @returns the teardown
 */
export default async function setup(project: TestProject): Promise<Cleanup> {
  const cleanups: Cleanup[] = [];
  const teardown = async () => {
    for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
  };
  try {
    const { adminUrl, redisUrl } = await startServers(cleanups);
    const template = `seonchak_template_${randomBytes(4).toString("hex")}`;
    cleanups.push(() => runOn(adminUrl, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`));
    await makeTemplate(adminUrl, template);
    project.provide("adminUrl", adminUrl);
    project.provide("templateDatabase", template);
    project.provide("redisUrl", redisUrl);
    return teardown;
  } catch (error) {
    await teardown();
    throw error;
  }
}

async function startServers(cleanups: Cleanup[]): Promise<{ adminUrl: string; redisUrl: string }> {
  const directory = mkdtempSync(join(tmpdir(), "seonchak-test-"));
  // PostgreSQL may run as a user of its own, who must be able to enter.
  chmodSync(directory, 0o711);
  cleanups.push(() => rmSync(directory, { recursive: true, force: true }));
  let adminUrl = process.env.TEST_DATABASE_URL;
  if (!adminUrl) {
    const server = await startPostgres({
      directory: join(directory, "postgres"),
      port: await freePort(),
      settings: { fsync: "off", full_page_writes: "off", max_connections: "300" },
      temporary: true,
    });
    cleanups.push(server.stop);
    adminUrl = server.url("postgres");
  }
  let redisUrl = process.env.TEST_REDIS_URL;
  if (!redisUrl) {
    const server = await startRedis({
      directory: join(directory, "redis"),
      port: await freePort(),
      password: newRedisPassword(),
      // Each file has a logical database of its own, and must not empty those of the others.
      settings: { databases: "256", appendonly: "no", "rename-command": 'FLUSHALL ""' },
      temporary: true,
    });
    cleanups.push(server.stop);
    redisUrl = server.url;
  }
  return { adminUrl, redisUrl };
}

async function makeTemplate(adminUrl: string, template: string): Promise<void> {
  await runOn(adminUrl, `CREATE DATABASE ${template}`);
  const url = new URL(adminUrl);
  url.pathname = `/${template}`;
  await migrateDatabase(url.href, appUrlOf(url.href));
  // Replaces the database's clock by one that tests can move.
  const changes = fileURLToPath(new URL("template.sql", import.meta.url));
  if (existsSync(changes)) await runOn(url.href, readFileSync(changes, "utf8"));
}

async function runOn(url: string, statements: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql.unsafe(statements);
  } finally {
    await sql.end();
  }
}
