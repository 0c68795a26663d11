import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";

/** Whether someone waits for a lock in this file's database; those of other files share the server. */
export const isSomeoneWaiting = async (): Promise<boolean> => (await countWaiting()) > 0;

/** How many wait for a lock in this file's database. */
export async function countWaiting(): Promise<number> {
  const waiting = await db.execute(
    sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  return waiting.length;
}
