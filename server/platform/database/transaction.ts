import type { SQL } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Actor, AppContext, TransactionOutcome, Tx } from "../operation/context.ts";
import { insertRows } from "./insert-rows.ts";

/** Opens one transaction and hands it on as a {@link Tx}. */
export async function inTransaction<T, A extends Actor>(
  ctx: AppContext<A>,
  work: (tx: Tx<A>) => Promise<T>,
): Promise<T> {
  const hooks: ((outcome: TransactionOutcome) => Promise<unknown>)[] = [];
  const runHooks = (outcome: TransactionOutcome) =>
    Promise.all(
      hooks.map((hook) =>
        hook(outcome).catch((error) =>
          ctx.log.warn({ err: error, traceId: ctx.traceId, action: "after-transaction" }),
        ),
      ),
    );
  try {
    const result = await ctx.db.transaction(async (db) => {
      const tx: Tx<A> = {
        ...ctx,
        db,
        afterCommit: (hook) =>
          void hooks.push(async (outcome) => {
            if (outcome === "committed") await hook(ctx);
          }),
        afterEnd: (hook) => void hooks.push(hook),
        deferredInserts: new Map(),
      };
      const returned = await work(tx);
      await Promise.all(
        [...tx.deferredInserts].map(([table, { rows, onConflict }]) =>
          insertRows(tx, table, rows, onConflict),
        ),
      );
      return returned;
    });
    await runHooks("committed");
    return result;
  } catch (error) {
    await runHooks("rolled back");
    throw error;
  }
}

/**
 * Inserts rows right before the commit, all rows of a table with one statement. It is for rows that the transaction
 * does not read again: history, audit, outbox, stored responses.
 */
export function insertAtCommit<T extends PgTable>(
  tx: Tx,
  table: T,
  rows: readonly T["$inferInsert"][],
  onConflict?: SQL,
): void {
  if (rows.length === 0) return;
  const known = tx.deferredInserts.get(table);
  if (known) known.rows.push(...rows);
  else tx.deferredInserts.set(table, { rows: [...rows], onConflict });
}
