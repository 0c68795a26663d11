import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "#server/platform/env.ts";
import { singleton } from "#server/platform/singleton.ts";

/** A connection pool or one transaction of it: queries look the same on both. */
export type Database = PostgresJsDatabase;

/** Connections per process: enough to keep one machine's Postgres busy, few enough for several processes. */
const POOL_SIZE = 20;

/** The pool of this process; a connection that dies is replaced at the next query. */
export const db: Database = singleton(
  "database",
  () =>
    drizzle(postgres(env.DATABASE_URL, { max: POOL_SIZE, connect_timeout: 5, onnotice: () => {} }), {
      casing: "snake_case",
    }),
  async (database) => {
    const pool = (database as unknown as { $client: postgres.Sql }).$client;
    await pool.end({ timeout: 5 });
  },
);
