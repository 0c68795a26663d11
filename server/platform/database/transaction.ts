import type { SQL } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { AppContext, Settled, Tx } from "../operation/context.ts";
import { insertRows } from "./insert-rows.ts";

/** Opens one transaction and hands it on as a {@link Tx}. */
export async function inTransaction<T>(ctx: AppContext, work: (tx: Tx) => Promise<T>): Promise<T> {
  const hooks: ((settled: Settled) => Promise<unknown>)[] = [];
  const settle = (settled: Settled) =>
    Promise.all(
      hooks.map((hook) =>
        hook(settled).catch((error) => ctx.log.warn({ err: error, traceId: ctx.traceId, action: "settle" })),
      ),
    );
  try {
    const result = await ctx.db.transaction(async (db) => {
      const tx: Tx = { ...ctx, db, onSettled: (hook) => void hooks.push(hook), records: new Map() };
      const outcome = await work(tx);
      await Promise.all(
        [...tx.records].map(([table, { rows, onConflict }]) => insertRows(tx, table, rows, onConflict)),
      );
      return outcome;
    });
    await settle("committed");
    return result;
  } catch (error) {
    await settle("rolled-back");
    throw error;
  }
}

/**
 * Records rows that nothing reads before the commit: history, audit, outbox, kept answers. A step of a purchase
 * records a dozen of them, and one statement a table carries them all.
 */
export function record<T extends PgTable>(
  tx: Tx,
  table: T,
  rows: readonly T["$inferInsert"][],
  onConflict?: SQL,
): void {
  if (rows.length === 0) return;
  const known = tx.records.get(table);
  if (known) known.rows.push(...rows);
  else tx.records.set(table, { rows: [...rows], onConflict });
}
