import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { orders } from "#db/schema/orders.ts";
import { payments, refunds } from "#db/schema/payments.ts";
import { shippings } from "#db/schema/shipping.ts";
import { tickets } from "#db/schema/tickets.ts";
import { moveShipping } from "#server/fulfillment/commands/move-shipping.ts";
import { onlyRow } from "#server/platform/database/rows.ts";
import type { ShippingState } from "#server/shipping/machine.ts";
import { given, givenAddress, type Person } from "./given.ts";

/** Each state of a parcel, and the steps that lead to it. */
const PATHS: Readonly<Record<ShippingState, readonly ShippingState[]>> = {
  pending: [],
  preparing: ["preparing"],
  cancelled: ["cancelled"],
  shipped: ["preparing", "shipped"],
  in_transit: ["preparing", "shipped", "in_transit"],
  delivered: ["preparing", "shipped", "delivered"],
  returned: ["preparing", "shipped", "returned"],
  refunded: ["preparing", "shipped", "returned", "refunded"],
  lost: ["preparing", "shipped", "in_transit", "lost"],
  investigating: ["preparing", "shipped", "in_transit", "lost", "investigating"],
  found: ["preparing", "shipped", "in_transit", "lost", "investigating", "found"],
  compensated: ["preparing", "shipped", "in_transit", "lost", "investigating", "compensated"],
};

/** An order of two paper tickets for 50,000 KRW each and 3,000 for the parcel, which is in this state. */
export async function givenParcel(state: ShippingState = "pending", by?: Person) {
  const seller = by ?? (await given.person("SELLER"));
  const sale = await given.saleOpen({ by: seller, paper: true, startsInHours: 300 });
  const buyer = await given.person();
  const order = await given.paidOrder(buyer, sale.id, 2, givenAddress);
  const { id } = onlyRow(await db.select().from(shippings).where(eq(shippings.orderId, order.orderId)));
  const parcel = { ...order, id, buyer, seller, sale };
  for (const to of PATHS[state]) await moveParcel(parcel, to);
  return parcel;
}

/** Moves a parcel by its seller, unless another does it. */
export const moveParcel = (
  { id, seller }: { readonly id: `shipping_${string}`; readonly seller: Person },
  to: ShippingState,
  by: Person = seller,
) =>
  moveShipping(by.ctx(), {
    ...{ id, to, reason: "for the test" },
    ...(to === "shipped" && { carrier: "CJ" as const, trackingNumber: "1234-5678" }),
  });

/** How a parcel stands, with its order, its tickets and what was asked back of the money. */
export async function parcelNow(id: `shipping_${string}`) {
  const [row] = await db
    .select({ shipping: shippings, order: orders, payment: payments })
    .from(shippings)
    .innerJoin(orders, eq(orders.id, shippings.orderId))
    .innerJoin(payments, eq(payments.orderId, orders.id))
    .where(eq(shippings.id, id));
  const { shipping, order, payment } = onlyRow(row ? [row] : []);
  const [asked, issued] = await Promise.all([
    db.select().from(refunds).where(eq(refunds.paymentId, payment.id)),
    db.select().from(tickets).where(eq(tickets.orderId, order.id)),
  ]);
  const sum = (of: readonly number[]) => of.reduce((all, each) => all + each, 0);
  return {
    shipping: shipping.state,
    order: order.state,
    endReason: order.endReason,
    valid: issued.filter(({ status }) => status === "VALID").length,
    refunded: sum(asked.map(({ amountKrw }) => amountKrw)),
    fee: sum(asked.map(({ shippingFeeKrw }) => shippingFeeKrw)),
  };
}
