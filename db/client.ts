import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { singleton } from "#server/platform/concurrency/singleton.ts";
import { env } from "#server/platform/config/env.ts";
import { listenOn, openPool } from "./driver.ts";

/** A connection pool or one transaction of it: queries look the same on both. */
export type Database = PostgresJsDatabase;

/** The pool of this process; a connection that dies is replaced at the next query. */
export const db: Database = singleton(
  "database",
  () =>
    drizzle(
      openPool(env.DATABASE_URL, {
        connectionsMax: env.DATABASE_POOL_SIZE,
        idleSeconds: env.DATABASE_IDLE_SECONDS,
      }),
      { casing: "snake_case" },
    ),
  (database) => poolOf(database).end({ timeout: 5 }),
);

/**
 * `listenOn` a connection past any pooler, which would give it to others.
 * @returns resolves once it listens
 */
export const listen = (channel: string, heard: (told: string) => void, began: () => void): Promise<void> =>
  listenOn(listener(), channel, heard, began);

/** Opens no connection but the one that listens. */
const listener = (): Sql =>
  singleton(
    "database-listener",
    () => openPool(env.DATABASE_DIRECT_URL ?? env.DATABASE_URL, { connectionsMax: 1 }),
    (pool) => pool.end({ timeout: 5 }),
  );

function poolOf(database: Database): Sql {
  return (database as unknown as { $client: Sql }).$client;
}
