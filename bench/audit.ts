import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { db } from "#db/client.ts";
import { checkEquations } from "#server/audit/queries.ts";
import { insertManyOrders } from "#server/testing/many-orders.ts";

/**
 * The whole check of a shop with so many orders more, on the database that the environment names.
 * @returns the seconds it took, and how many equations did not hold
 */
export async function benchAudit(orders: number): Promise<{ seconds: number; broken: number }> {
  await fill(orders);
  const startedAt = performance.now();
  const results = await checkEquations(db);
  const seconds = (performance.now() - startedAt) / 1000;
  return { seconds, broken: results.filter(({ broken }) => broken > 0).length };
}

/** Over a connection of its own: the pool's would end statements that take as long. */
async function fill(orders: number): Promise<void> {
  const sql = postgres(String(process.env.MIGRATION_DATABASE_URL), { max: 1, onnotice: () => {} });
  try {
    await insertManyOrders(drizzle(sql), orders);
    await sql`vacuum analyze`;
  } finally {
    await sql.end();
  }
}
