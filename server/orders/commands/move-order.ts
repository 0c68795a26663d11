import type { Tx } from "../../platform/context.ts";
import { writeTransmissions } from "../../transmissions/commands/write-transmissions.ts";
import type { OrderId } from "../contract.ts";
import type { OrderState } from "../machine.ts";
import { moveOrder as move, type OrderRow } from "../store.ts";

/**
 * Moves an order in the caller's transaction and tells the outside: every order transition is an `orders.updated`
 * event (SPEC 2).
 * @throws `illegal_transition` (409), `not_found`
 */
export async function moveOrder(
  tx: Tx,
  { orderId, to, reason }: { readonly orderId: OrderId; readonly to: OrderState; readonly reason: string },
): Promise<OrderRow> {
  const order = await move(tx, orderId, to, reason);
  if (order.fromState === order.state) return order;
  writeTransmissions(tx, [
    {
      destination: "events",
      type: "orders.updated",
      aggregateId: orderId,
      payload: { orderId, oldStatus: order.fromState, newStatus: order.state, reason, at: order.updatedAt },
    },
  ]);
  return order;
}
