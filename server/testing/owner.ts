import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Database } from "#db/client.ts";
import { singleton } from "#server/platform/concurrency/singleton.ts";
import { env } from "#server/platform/config/env.ts";

/** The database as its owner: for what a test does to it that the app may not. */
export const ownerDb: Database = singleton(
  "owner-database",
  () =>
    drizzle(postgres(env.MIGRATION_DATABASE_URL ?? "", { max: 2, onnotice: () => {} }), {
      casing: "snake_case",
    }),
  (database) => (database as unknown as { $client: postgres.Sql }).$client.end({ timeout: 5 }),
);
