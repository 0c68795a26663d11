import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { afterAll, beforeEach, expect, it, vi } from "vitest";
import { db } from "#db/client.ts";
import { openPool } from "#db/driver.ts";
import { healthChanges, healthChecks } from "#db/schema/health.ts";
import { freePort } from "#scripts/services/loopback.ts";
import { newRedisPassword, startRedis } from "#scripts/services/redis.ts";
import { env } from "../../platform/config/env.ts";
import { systemContext } from "../../platform/operation/context.ts";
import { connectRedis } from "../../platform/redis/redis.ts";
import { clock } from "../../testing/clock.ts";
import { ownerDb } from "../../testing/owner.ts";
import { getHealth, getReady, measure } from "../queries.ts";
import { watchHealth } from "./watch-health.ts";

const ctx = systemContext("watchdog");
const refusing = postgres("postgres://127.0.0.1:1/none", {
  max: 1,
  connect_timeout: 1,
  backoff: () => 0,
  onnotice: () => {},
});
/** The same context with a Postgres that refuses connections. */
const withoutPostgres = { ...ctx, db: drizzle(refusing) };
afterAll(() => refusing.end({ timeout: 1 }));

beforeEach(async () => {
  await ownerDb.delete(healthChanges);
  await ownerDb.delete(healthChecks);
});

it("records that Redis is away, and why", async () => {
  const redis = connectRedis("redis://127.0.0.1:1");
  try {
    await watchHealth({ ...ctx, redis });
    await clock.move(30);
    await watchHealth({ ...ctx, redis });
  } finally {
    redis.disconnect();
  }
  const rows = await db.select().from(healthChanges);
  expect(rows.find(({ name }) => name === "redis")).toMatchObject({
    ...{ fromState: "HEALTHY", toState: "UNHEALTHY", cause: expect.stringMatching(/./) },
  });
  expect(rows.find(({ name }) => name === "overall")).toMatchObject({ toState: "UNHEALTHY" });
});

it("logs that Postgres is away, since nothing can be recorded then", async () => {
  const error = vi.spyOn(ctx.log, "error").mockImplementation(() => undefined);
  await watchHealth(withoutPostgres);
  expect(error).toHaveBeenCalledWith(
    expect.objectContaining({
      action: "health",
      outcome: "CRITICAL",
      cause: expect.stringContaining("ECONNREFUSED"),
    }),
  );
  error.mockRestore();
  expect(await db.select().from(healthChecks)).toEqual([]);
  await watchHealth(ctx);
  expect((await db.select().from(healthChecks)).length).toBeGreaterThan(5);
});

it("calls a slow store slow, and no other part that is read from one", async () => {
  const reading = new Proxy(ctx.db, {
    get: (target, name) => (name === "select" ? () => slowSelect : Reflect.get(target, name, target)),
  });
  const slowSelect = { from: () => slowSelect, where: () => sleep(500).then(() => []) };
  const redis = new Proxy(ctx.redis, { get: () => () => sleep(500) });
  const { status, checks } = await getHealth({ ...ctx, db: reading, redis }, {});
  expect(checks).toMatchObject({
    postgres: { status: "HEALTHY" },
    redis: { status: "DEGRADED" },
    external: { status: "HEALTHY" },
  });
  expect(checks.external.latencyMs).toBeGreaterThan(250);
  expect(status).toBe("DEGRADED");
});

it("finds a Postgres that takes no writes, though it answers", async () => {
  const url = new URL(env.DATABASE_URL);
  url.searchParams.set("default_transaction_read_only", "on");
  const standby = openPool(url.href, { connectionsMax: 2 });
  const { checks } = await measure({ ...ctx, db: drizzle(standby) });
  expect(checks.postgres).toMatchObject({ status: "CRITICAL", cause: expect.stringContaining("no writes") });
  await standby.end();
});

it("finds a Redis that takes no writes, though it answers", async () => {
  const password = newRedisPassword();
  const directory = mkdtempSync(join(tmpdir(), "seonchak-full-"));
  const settings = { appendonly: "no", maxmemory: "1", "maxmemory-policy": "noeviction" };
  const full = await startRedis({ directory, port: await freePort(), password, settings, temporary: true });
  const redis = connectRedis(full.url);
  try {
    expect(await redis.ping()).toBe("PONG");
    const { checks } = await measure({ ...ctx, redis });
    expect(checks.redis).toMatchObject({ status: "UNHEALTHY", cause: expect.stringContaining("OOM") });
    await expect(getReady({ ...ctx, redis }, {})).rejects.toMatchObject({ reason: "unavailable" });
  } finally {
    redis.disconnect();
    await full.stop();
    rmSync(directory, { recursive: true, force: true });
  }
});

it("tells the public how the parts are, and not why", async () => {
  const health = await getHealth(withoutPostgres, {});
  expect(health).toMatchObject({ status: "CRITICAL", checks: { postgres: { status: "CRITICAL" } } });
  expect(JSON.stringify(health)).not.toContain("ECONNREFUSED");
});
