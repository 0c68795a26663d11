import type { orders } from "#db/schema/orders.ts";
import type { Tx } from "../../platform/context.ts";
import { newId } from "../../platform/ids.ts";
import { writeHistory } from "../../platform/transition.ts";
import { orderMachine } from "../machine.ts";
import { insertOrder, type OrderRow } from "../store.ts";

type NewOrder = Pick<
  typeof orders.$inferInsert,
  "userId" | "eventSessionId" | "holdId" | "quantity" | "amountKrw"
>;

/** A new order in the caller's transaction; later steps of the purchase go under the trace it begins with. */
export async function createOrder(tx: Tx, order: NewOrder): Promise<OrderRow> {
  const id = newId("order");
  const row = await insertOrder(tx, { ...order, id, traceId: tx.traceId });
  writeHistory(tx, [{ entity: orderMachine.name, entityId: id, from: null, to: orderMachine.initial }]);
  return row;
}
