import type { EventSessionId } from "../../catalog/contract.ts";
import { lockSale } from "../../catalog/steps/lock-sale.ts";
import { cancelPaidAmong } from "../../checkout/steps/cancel-orders.ts";
import type { OrderId } from "../../orders/contract.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import type { AppContext } from "../../platform/operation/context.ts";
import { endCancellation, findPaidOrders, findUnderWay } from "../store.ts";

/** Orders that one transaction cancels: few enough that a buyer who cancels at that moment waits briefly. */
const BATCH = 50;

/**
 * Cancels and refunds the orders of cancelled event sessions. How far it is stands in the orders, so that a run which was
 * killed anywhere is continued by the next one, and an order is cancelled once however many runs there are. Holds and
 * payments that were under way end by themselves; what is paid until then is refunded by a later run.
 * @returns how many orders were cancelled, and how many cancellations are done
 * @throws AggregateError for orders that could not be cancelled, after all others were
 */
export async function refundOrders(ctx: AppContext): Promise<{ cancelled: number; done: number }> {
  const total = { cancelled: 0, done: 0 };
  const failures: unknown[] = [];
  for (const id of await findUnderWay(ctx)) {
    total.cancelled += await refundOrdersOf(ctx, id, failures);
    if (await endOnceEmpty(ctx, id)) total.done++;
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} orders could not be cancelled`);
  return total;
}

const endOnceEmpty = (ctx: AppContext, id: EventSessionId): Promise<boolean> =>
  inTransaction(ctx, async (tx) => {
    await lockSale(tx, id);
    return endCancellation(tx, id);
  });

async function refundOrdersOf(ctx: AppContext, id: EventSessionId, failures: unknown[]): Promise<number> {
  let cancelled = 0;
  let after: OrderId | undefined;
  for (;;) {
    const ids = await findPaidOrders(ctx, id, { after, limit: BATCH });
    if (ids.length === 0) return cancelled;
    cancelled += await cancelTogether(ctx, ids, failures);
    after = ids.at(-1);
  }
}

/** Cancels orders in one transaction; where that fails, each in its own, so that one order holds up no other. */
async function cancelTogether(
  ctx: AppContext,
  ids: readonly OrderId[],
  failures: unknown[],
): Promise<number> {
  try {
    return await inTransaction(ctx, (tx) =>
      cancelPaidAmong(tx, ids, { reason: "event_cancelled", usedToo: true }),
    );
  } catch (error) {
    const [target] = ids;
    if (ids.length === 1) {
      ctx.log.error({ action: "cancellations.refund", target, err: error });
      failures.push(error);
      return 0;
    }
    let cancelled = 0;
    for (const id of ids) cancelled += await cancelTogether(ctx, [id], failures);
    return cancelled;
  }
}
