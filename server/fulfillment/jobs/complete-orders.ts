import { transitionOrders } from "../../orders/steps/transition-orders.ts";
import { lockPaymentOfEach } from "../../payments/store.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import type { AppContext } from "../../platform/operation/context.ts";
import { findUsedUp } from "../store.ts";

/** Orders that one transaction completes: few enough that a refund which begins at that moment waits briefly. */
const BATCH = 100;

/**
 * Moves paid orders of mobile tickets through shipped to delivered once all their tickets are used or the event session
 * is over. Each batch is a transaction, and what is left stands in the orders, so that runs may overlap and one that was
 * killed is continued by the next.
 * @returns how many orders were completed
 */
export async function completeOrders(ctx: AppContext): Promise<number> {
  let completed = 0;
  for (;;) {
    const count = await completeBatch(ctx);
    completed += count;
    if (count === 0) return completed;
  }
}

const completeBatch = (ctx: AppContext): Promise<number> =>
  inTransaction(ctx, async (tx) => {
    const found = (await findUsedUp(tx, { limit: BATCH })).map(({ id }) => id);
    if (found.length === 0) return 0;
    await lockPaymentOfEach(tx, found);
    // They are read again after the lock: a refund may have begun, or another run may have completed them.
    const due = await findUsedUp(tx, { limit: BATCH, among: found });
    for (const [reason, orders] of Map.groupBy(due, (order) => order.reason)) {
      const steps = orders.map(({ id, traceId }) => ({ id, by: { actor: tx.actor, traceId } }));
      await transitionOrders(tx, steps, "shipped", reason);
      await transitionOrders(tx, steps, "delivered", reason);
    }
    return due.length;
  });
