import type { orders } from "#db/schema/orders.ts";
import { writeHistory } from "../../platform/database/transition.ts";
import type { Origin, Tx } from "../../platform/operation/context.ts";
import { newId } from "../../platform/values/ids.ts";
import type { OrderId } from "../contract.ts";
import { orderMachine } from "../machine.ts";
import { insertOrders } from "../store.ts";

interface NewOrder
  extends Pick<
    typeof orders.$inferSelect,
    "userId" | "eventSessionId" | "holdId" | "quantity" | "amountKrw" | "delivery" | "shippingFeeKrw"
  > {
  readonly by: Origin;
}

/**
 * New orders in the caller's transaction; later steps of a purchase go under the trace that it begins with.
 * @returns their ids, in the order of what was given
 */
export async function createOrders<const Orders extends readonly NewOrder[]>(
  tx: Tx,
  orders: Orders,
): Promise<{ [Index in keyof Orders]: OrderId }> {
  const ids = new Map<NewOrder, OrderId>();
  let left: readonly NewOrder[] = orders;
  // One statement, but where an order's number is another's already: then that order gets another id.
  while (left.length > 0) {
    const rows = left.map((order) => ({ order, id: newId("order") }));
    const inserted = await insertOrders(
      tx,
      rows.map(({ id, order: { by, ...order } }) => ({ id, ...order, traceId: by.traceId })),
    );
    for (const { order, id } of rows) if (inserted.has(id)) ids.set(order, id);
    left = left.filter((order) => !ids.has(order));
  }
  writeHistory(
    tx,
    [...ids].map(([{ by }, id]) => ({
      ...{ entity: orderMachine.name, entityId: id, from: null, to: orderMachine.initial },
      ...{ as: by.actor, traceId: by.traceId },
    })),
  );
  return orders.map((order) => ids.get(order)) as { [Index in keyof Orders]: OrderId };
}
