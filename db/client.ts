import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import type { Sql } from "postgres";
import { env } from "#server/platform/env.ts";
import { singleton } from "#server/platform/singleton.ts";
import { openPool } from "./driver.ts";

/** A connection pool or one transaction of it: queries look the same on both. */
export type Database = PostgresJsDatabase;

/** The pool of this process; a connection that dies is replaced at the next query. */
export const db: Database = singleton(
  "database",
  () => drizzle(openPool(env.DATABASE_URL), { casing: "snake_case" }),
  async (database) => {
    const pool = (database as unknown as { $client: Sql }).$client;
    await pool.end({ timeout: 5 });
  },
);
