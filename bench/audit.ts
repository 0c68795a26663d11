import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Database } from "#db/client.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { appUrlOf } from "#db/roles.ts";
import { ensureDatabase } from "#scripts/services/postgres.ts";
import { systemContext } from "#server/platform/operation/context.ts";
import { checkEquations } from "#server/reports/queries.ts";
import { countStates } from "#server/states/jobs/count-states.ts";
import { insertManyOrders } from "#server/testing/many-orders.ts";

/**
 * Checks all equations of a shop with so many orders, as the app's role. The shop has its own database, because the
 * other scenarios empty tables that the equations read.
 * @returns the seconds it took, and the names of equations that did not hold
 */
export async function benchAudit(orders: number): Promise<{ seconds: number; broken: string[] }> {
  const url = new URL(String(process.env.MIGRATION_DATABASE_URL));
  await ensureDatabase(url.href, "audited");
  url.pathname = "/audited";
  await migrateDatabase(url.href, appUrlOf(url.href));
  await connected(url.href, 1, async (db) => {
    await insertManyOrders(db, orders);
    // In a shop that runs a job has counted what came in before the last minute.
    await countStates({ ...systemContext("states.count"), db });
    await db.execute("vacuum analyze");
  });
  return connected(appUrlOf(url.href), 2, async (db) => {
    const startedAt = performance.now();
    const results = await checkEquations(db);
    const seconds = (performance.now() - startedAt) / 1000;
    return { seconds, broken: results.filter(({ broken }) => broken > 0).map(({ name }) => name) };
  });
}

/** A pool without the app's statement timeout, which would end the check. */
async function connected<T>(url: string, max: number, work: (db: Database) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max, onnotice: () => {} });
  try {
    return await work(drizzle(sql));
  } finally {
    await sql.end();
  }
}
