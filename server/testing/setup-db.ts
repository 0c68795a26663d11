import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import { withOne } from "#db/connection.ts";
import { limitRole } from "#db/limits.ts";
import { appUrlOf } from "#db/roles.ts";
import { closeAll, madeSingleton } from "#server/platform/concurrency/singleton.ts";
import { generatedSecrets } from "#server/platform/config/env-variables.ts";
import { onUndeclaredRefusal } from "#server/platform/operation/undeclared-refusals.ts";
import { makeReadyForNextFile } from "./next-file.ts";

// Runs before the imports of every test file, which read the environment.
const adminUrl = inject("adminUrl");
const database = `seonchak_test_${process.pid}_${randomBytes(4).toString("hex")}`;

const environment = { ...process.env };
const dataDirectory = mkdtempSync(join(tmpdir(), "seonchak-files-"));

await onServer((sql) => sql`CREATE DATABASE ${sql(database)} TEMPLATE ${sql(inject("templateDatabase"))}`);
Object.assign(process.env, {
  NODE_ENV: "test",
  // As the app's role: a right that is missing has to fail a test.
  DATABASE_URL: appUrlOf(withPath(adminUrl, database)),
  MIGRATION_DATABASE_URL: withPath(adminUrl, database),
  REDIS_URL: withPath(inject("redisUrl"), String(await takeRedisDatabase())),
  DATA_DIR: dataDirectory,
  SANDBOX: "on",
  DEMO: "off",
  APP_URL: "http://localhost:3000",
  ...Object.fromEntries(generatedSecrets.map((name) => [name, `test-${name}-${"x".repeat(32)}`])),
});

// Until it is connected each process counts limits by itself. A test that has none of its own or a lost one goes on.
beforeAll(async () => {
  await madeSingleton<Redis>("redis")
    ?.ping()
    .catch(() => {});
});

// A copy of the template has none of the settings that its database has.
await withOne(String(process.env.DATABASE_URL), limitRole);

const undeclared = new Set<string>();
onUndeclaredRefusal((_, operation, reason) => undeclared.add(`${operation} refuses with ${reason}`));
afterEach(() => {
  const found = [...undeclared];
  undeclared.clear();
  expect(found, "refusals that the operation's `refuses` does not name").toEqual([]);
});

// biome-ignore lint/correctness/noEmptyPattern: vitest reads the names of the fixtures from the pattern.
afterAll(async ({}, file) => {
  await closeAll();
  makeReadyForNextFile(environment);
  rmSync(dataDirectory, { recursive: true, force: true });
  if (hasFailure(file)) console.error(`Kept for you to look at: ${process.env.MIGRATION_DATABASE_URL}`);
  else await onServer((sql) => sql`DROP DATABASE ${sql(database)} WITH (FORCE)`);
});

/** A logical database of this file's own: files run side by side, and each starts from an empty Redis. */
async function takeRedisDatabase(): Promise<number> {
  const url = inject("redisUrl");
  const counter = new Redis(withPath(url, "0"));
  const [, databases] = (await counter.config("GET", "databases")) as [string, string];
  const number = ((await counter.incr("seonchak:test-files")) % (Number(databases) - 1)) + 1;
  await counter.select(number);
  await counter.flushdb();
  await counter.quit();
  return number;
}

async function onServer(run: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    await run(sql);
  } finally {
    await sql.end();
  }
}

function withPath(address: string, path: string): string {
  const url = new URL(address);
  url.pathname = `/${path}`;
  return url.href;
}

interface Outcome {
  readonly result?: { readonly state: string } | undefined;
  readonly tasks?: readonly Outcome[];
}

function hasFailure(task: Outcome): boolean {
  return task.result?.state === "fail" || (task.tasks ?? []).some(hasFailure);
}
