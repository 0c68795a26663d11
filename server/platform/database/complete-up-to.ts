import { setTimeout as pause } from "node:timers/promises";
import { getTableName, sql } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { AppContext } from "../operation/context.ts";
import { onlyRow } from "./rows.ts";

/** How long transactions that insert are waited for, and how often it is looked whether they have ended. */
const WAIT_MS_MAX = 5000;
const LOOK_MS = 50;

/**
 * The number up to which a table's rows are complete: each is there for every later statement, and none comes to be
 * between them any more. A transaction takes its numbers when it inserts and shows its rows when it commits, so a
 * greater number may be seen before a smaller one. Each inserter has its lock of the table before it takes a number and
 * keeps it until its rows can be seen, so those who have one now are waited for. Nobody waits for this function.
 * @param table - an append-only table whose key `seq` counts up
 * @returns 0 for an empty table; undefined where an inserter did not end in time
 */
export async function completeUpTo(
  ctx: AppContext,
  table: PgTable & { seq: PgColumn },
): Promise<number | undefined> {
  const { seq } = onlyRow(
    await ctx.db.execute<{ seq: string }>(sql`select coalesce(max(seq), 0) as seq from ${table}`),
  );
  const deadline = performance.now() + WAIT_MS_MAX;
  let open = await insertersOf(ctx, table);
  while (open.size > 0) {
    if (performance.now() > deadline) return undefined;
    await pause(LOOK_MS);
    const now = await insertersOf(ctx, table);
    open = new Set([...open].filter((transaction) => now.has(transaction)));
  }
  return Number(seq);
}

/** The transactions that have inserted into the table, or are about to, and have not ended. */
async function insertersOf(ctx: AppContext, table: PgTable): Promise<Set<string>> {
  const rows = await ctx.db.execute<{ transaction: string }>(sql`
    select virtualtransaction as transaction from pg_locks
    where relation = ${getTableName(table)}::regclass and mode = 'RowExclusiveLock' and granted
      and database = (select oid from pg_database where datname = current_database())`);
  return new Set(rows.map(({ transaction }) => transaction));
}
