import type { AppContext, Settled, Tx } from "./context.ts";
import { platformErrors } from "./errors.ts";

/**
 * Opens one transaction and hands it on as a {@link Tx}.
 * @throws `unavailable` when the database cannot be reached or ended the connection: whether such a transaction
 * was committed is not known, so the caller retries under the same idempotency key
 */
export async function inTransaction<T>(ctx: AppContext, work: (tx: Tx) => Promise<T>): Promise<T> {
  const hooks: ((settled: Settled) => Promise<unknown>)[] = [];
  const settle = (settled: Settled) =>
    Promise.all(
      hooks.map((hook) =>
        hook(settled).catch((error) => ctx.log.warn({ err: error, traceId: ctx.traceId, action: "settle" })),
      ),
    );
  try {
    const result = await ctx.db.transaction((db) =>
      work({ ...ctx, db, onSettled: (hook) => void hooks.push(hook) }),
    );
    await settle("committed");
    return result;
  } catch (error) {
    await settle("rolled-back");
    if (isConnectionLoss(error)) throw platformErrors.unavailable();
    throw error;
  }
}

/** Runs `work` so that its failure undoes only `work`, not the transaction around it. */
export const inSavepoint = <T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> =>
  tx.db.transaction((db) => work({ ...tx, db }));

/** postgres.js names for a lost connection, and Postgres's classes 08 (connection), 53 (resources) and 57P (shutdown). */
const LOST = /^(CONNECTION_|CONNECT_TIMEOUT|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOENT|08|53|57P0)/;

/** Whether the database went away, rather than refused a statement. */
export function isConnectionLoss(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if ("code" in cause && typeof cause.code === "string" && LOST.test(cause.code)) return true;
  return false;
}
