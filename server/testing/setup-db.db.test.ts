import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { redis } from "#server/platform/redis/redis.ts";

it("gives each file an empty Redis and a migrated database of its own", async () => {
  expect(await redis.dbsize()).toBe(0);
  const [row] = await db.execute<{ name: string; ready: boolean }>(
    sql`SELECT current_database() AS name, to_regproc('app_now') IS NOT NULL AS ready`,
  );
  expect(row).toEqual({ name: expect.stringMatching(/^seonchak_test_/), ready: true });
});
