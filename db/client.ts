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
  () => drizzle(openPool(env.DATABASE_URL), { casing: "snake_case" }),
  (database) => poolOf(database).end({ timeout: 5 }),
);

/** `listenOn` the pool of this process. */
export const listen = (channel: string, heard: (told: string) => void, began: () => void): Promise<void> =>
  listenOn(poolOf(db), channel, heard, began);

function poolOf(database: Database): Sql {
  return (database as unknown as { $client: Sql }).$client;
}
