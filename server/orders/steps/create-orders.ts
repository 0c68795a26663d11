import type { orders } from "#db/schema/orders.ts";
import { writeHistory } from "../../platform/database/transition.ts";
import type { Origin, Tx } from "../../platform/operation/context.ts";
import { orderMachine } from "../machine.ts";
import { insertOrders } from "../store.ts";

interface NewOrder
  extends Pick<
    typeof orders.$inferSelect,
    "id" | "userId" | "eventSessionId" | "holdId" | "quantity" | "amountKrw" | "delivery" | "shippingFeeKrw"
  > {
  readonly by: Origin;
}

/** New orders in the caller's transaction; later steps of a purchase go under the trace that it begins with. */
export async function createOrders(tx: Tx, orders: readonly NewOrder[]): Promise<void> {
  writeHistory(
    tx,
    orders.map(({ id, by: { actor: as, traceId } }) => ({
      ...{ entity: orderMachine.name, entityId: id, from: null, to: orderMachine.initial, as, traceId },
    })),
  );
  await insertOrders(
    tx,
    orders.map(({ by, ...order }) => ({ ...order, traceId: by.traceId })),
  );
}
