import type { Step } from "../../platform/database/transition.ts";
import type { Tx } from "../../platform/operation/context.ts";
import { writeTransmissions } from "../../transmissions/steps/write-transmissions.ts";
import type { OrderId } from "../contract.ts";
import type { OrderState } from "../machine.ts";
import { moveOrders, type OrderRow } from "../store.ts";

/**
 * Transitions orders in the caller's transaction and writes an `orders.updated` event to the outbox for every transition.
 * @throws `illegal_transition` (409), `not_found`
 */
export async function transitionOrders(
  tx: Tx,
  steps: readonly Step<OrderId>[],
  to: OrderState,
  reason: string,
): Promise<OrderRow[]> {
  const orders = await moveOrders(tx, steps, to, reason);
  const traces = new Map(steps.map(({ id, by }) => [id, by?.traceId]));
  const moved = orders.filter(({ fromState, state }) => fromState !== state);
  writeTransmissions(
    tx,
    moved.map(({ id: orderId, fromState: oldStatus, state: newStatus, updatedAt: at, delivery }) => ({
      destination: "events",
      type: "orders.updated",
      aggregateId: orderId,
      traceId: traces.get(orderId),
      payload: { orderId, oldStatus, newStatus, reason, at, delivery },
    })),
  );
  return orders;
}
