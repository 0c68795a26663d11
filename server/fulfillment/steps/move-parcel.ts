import type { z } from "zod";
import { saleOf } from "../../catalog/queries.ts";
import { cancelOrders } from "../../checkout/steps/cancel-orders.ts";
import { giveFeeBack } from "../../checkout/steps/give-back.ts";
import { requireSecondOperator } from "../../checkout/steps/require-second-operator.ts";
import { transitionOrders } from "../../orders/steps/transition-orders.ts";
import { findOrder, type OrderRow } from "../../orders/store.ts";
import type { RefundReason } from "../../payments/contract.ts";
import { lockPaymentOfOrder, type PaymentRow } from "../../payments/store.ts";
import type { Tx, UserActor } from "../../platform/operation/context.ts";
import { platformErrors } from "../../platform/operation/errors.ts";
import { type ShippingState, shippingMachine } from "../../shipping/machine.ts";
import { moveShippings, type ShippingRow } from "../../shipping/store.ts";
import { type Carrier, plainTracking } from "../../shipping/values.ts";
import type { MoveShipping } from "../contract.ts";
import { requireManagedShipping } from "../queries.ts";

interface Moving extends Pick<z.output<typeof MoveShipping>, "id" | "to"> {
  /** Who carries it, and its number there: of a parcel that is shipped. */
  readonly carrier?: Carrier | undefined;
  readonly trackingNumber?: string | undefined;
}

/**
 * Moves the parcel with an order's paper tickets to another state, and the order, its tickets and its money with it, in the
 * caller's transaction (docs/spec/state-machines.md#what-moves-together). A parcel that has the state already stays as it is.
 * @returns the parcel as it is now, its order's state, and whether it was moved
 * @throws `not_found` (404) for a parcel of another seller's event, `illegal_transition` (409), `ticket_used` (409) for a
 * seller, and `refund_needs_approval` (409) for an operator who alone would give too much back
 */
export async function moveParcel(tx: Tx<UserActor>, { id, to, carrier, trackingNumber }: Moving) {
  const { orderId } = await requireManagedShipping(tx, id);
  const payment = await lockPaymentOfOrder(tx, orderId);
  // They are read after the lock, so that they include what its last holder committed.
  const [shipping, order] = [await requireManagedShipping(tx, id), await orderOf(tx, orderId)];
  const isOther = to === "shipped" && isOtherParcel(shipping, { carrier, trackingNumber });
  if (shipping.state === to && !isOther) return { shipping, orderStatus: order.state, hasMoved: false };
  // One that was shipped under another number would keep that: it is corrected (`correctTracking`).
  if (!shippingMachine.allows(shipping.state, to))
    throw platformErrors.illegal_transition({ machine: shippingMachine.name, from: shipping.state, to });
  const parcel =
    to === "shipped" ? { carrier: carrier ?? null, trackingNumber: trackingNumber ?? null } : undefined;
  await moveTogether(tx, { shipping, order, payment }, { to, parcel });
  await requireSecondOperator(tx, orderId);
  return {
    shipping: await requireManagedShipping(tx, id),
    orderStatus: (await orderOf(tx, orderId)).state,
    hasMoved: true,
  };
}

/** The job that refunds a cancelled event session gives the fee back too, whether it comes first or the seller does. */
async function reasonOfReturn(tx: Tx, { eventSessionId }: OrderRow): Promise<RefundReason> {
  const { closedBecause } = await saleOf(tx, eventSessionId);
  return closedBecause === "CANCELLED" ? "event_cancelled" : "parcel_returned";
}

/** Whether a parcel is said to have another carrier or another number than it has. */
const isOtherParcel = (
  shipping: Pick<ShippingRow, "carrier" | "trackingNumber">,
  { carrier, trackingNumber }: Pick<Moving, "carrier" | "trackingNumber">,
): boolean =>
  (carrier !== undefined && carrier !== shipping.carrier) ||
  (trackingNumber !== undefined &&
    plainTracking(trackingNumber) !== plainTracking(shipping.trackingNumber ?? ""));

async function orderOf(tx: Tx, id: OrderRow["id"]): Promise<OrderRow> {
  const order = await findOrder(tx, id);
  if (!order) throw platformErrors.not_found({ what: "order" });
  return order;
}

/** A parcel with its order and the order's payment, whose row is locked. */
interface Parcel {
  readonly shipping: ShippingRow;
  readonly order: OrderRow;
  readonly payment: PaymentRow;
}

interface Move {
  /** A state that the parcel may go to. */
  readonly to: ShippingState;
  readonly parcel?: Pick<ShippingRow, "carrier" | "trackingNumber"> | undefined;
}

/**
 * Moves a parcel and what belongs to it, in the caller's transaction (docs/spec/state-machines.md#what-moves-together).
 * An order that was cancelled meanwhile stays cancelled, and its parcel goes on by itself.
 * @throws `ticket_used` (409) for a seller whose buyer has used a ticket
 */
async function moveTogether(
  tx: Tx,
  { shipping, order, payment }: Parcel,
  { to, parcel }: Move,
): Promise<void> {
  const by = { actor: tx.actor, traceId: order.traceId };
  const byAdmin = tx.actor.kind === "user" && tx.actor.role === "ADMIN";
  const cancel = (reason: RefundReason) =>
    cancelOrders(tx, [{ order, payment, by }], { reason, usedToo: byAdmin });
  // The cancellation of the order cancels a parcel that has not left.
  if (to === "cancelled") {
    await cancel(byAdmin ? "cancelled_by_admin" : "cancelled_by_seller");
    return;
  }
  await moveShippings(tx, [{ id: shipping.id, by }], { to, reason: `parcel_${to}`, parcel });
  const isCancelled = order.state === "cancelled";
  if (to === "shipped") await transitionOrders(tx, [{ id: order.id, by }], "shipped", "parcel_shipped");
  if (to === "delivered" && !isCancelled)
    await transitionOrders(tx, [{ id: order.id, by }], "delivered", "parcel_delivered");
  if (to === "refunded" && !isCancelled) await cancel(await reasonOfReturn(tx, order));
  if (to !== "compensated") return;
  if (isCancelled) await giveFeeBack(tx, { order, payment, by }, "parcel_lost");
  else await cancel("parcel_lost");
}
