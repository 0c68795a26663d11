import { eq } from "drizzle-orm";
import { afterEach, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { holds } from "#db/schema/holds.ts";
import { orders } from "#db/schema/orders.ts";
import { payments, refunds } from "#db/schema/payments.ts";
import { tickets } from "#db/schema/tickets.ts";
import { transmissions } from "#db/schema/transmissions.ts";
import type { EventSessionId } from "../../catalog/contract.ts";
import { saleOf } from "../../catalog/queries.ts";
import { releaseHold } from "../../holds/commands/release-hold.ts";
import { freezeHolds } from "../../holds/store.ts";
import type { OrderId } from "../../orders/contract.ts";
import { markUnknown } from "../../payments/store.ts";
import { onlyRow } from "../../platform/database/rows.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { systemContext, type Tx } from "../../platform/operation/context.ts";
import { given } from "../../testing/given.ts";
import { expectEquationsHold } from "../../testing/invariants.ts";
import {
  confirmPurchases,
  failPurchases,
  refundAfterFailure,
  unfreezePurchases,
} from "./transition-purchases.ts";

afterEach(expectEquationsHold);

const ctx = systemContext("payments.settle");
const within = <T>(work: (tx: Tx) => Promise<T>) => inTransaction(ctx, work);
const left = async (id: EventSessionId) => (await saleOf(ctx, id)).remainingStock;

/** The rows of an order as they are now. */
async function purchaseOf(orderId: OrderId) {
  const order = onlyRow(await db.select().from(orders).where(eq(orders.id, orderId)));
  const payment = onlyRow(await db.select().from(payments).where(eq(payments.orderId, orderId)));
  return { order, payment, by: ctx };
}

async function givenPurchase(eventSessionId: EventSessionId, quantity: number) {
  const buyer = await given.person();
  const { holdId, orderId } = await given.checkout(buyer, eventSessionId, quantity);
  return { buyer, holdId, orderId };
}

const stateOf = async (orderId: OrderId) => {
  const { order, payment } = await purchaseOf(orderId);
  const issued = await db.$count(tickets, eq(tickets.orderId, orderId));
  const told = await db.select().from(transmissions).where(eq(transmissions.aggregateId, orderId));
  const completed = told.filter(({ type }) => type === "OrderCompleted").length;
  return { order: order.state, payment: payment.state, issued, completed };
};

it("confirms what is held, with tickets and a message each, and leaves an ended hold's order as it is", async () => {
  const { id } = await given.saleOpen({ stock: 4 });
  const [held, over] = [await givenPurchase(id, 2), await givenPurchase(id, 1)];
  await releaseHold(over.buyer.ctx(), { holdId: over.holdId });
  const before = await stateOf(over.orderId);
  const both = [await purchaseOf(held.orderId), await purchaseOf(over.orderId)] as const;
  const confirmed = await within((tx) => confirmPurchases(tx, both));
  expect([...confirmed]).toEqual([both[0]]);
  expect(await stateOf(held.orderId)).toEqual({
    ...{ order: "confirmed", payment: "completed", issued: 2, completed: 1 },
  });
  expect(await stateOf(over.orderId)).toEqual(before);
  expect(before).toEqual({ order: "failed", payment: "failed", issued: 0, completed: 0 });
  expect(await left(id)).toBe(2);
});

it("fails what was not paid: order, payment and stock at once", async () => {
  const { id } = await given.saleOpen({ stock: 4 });
  const { orderId } = await givenPurchase(id, 3);
  const purchase = await purchaseOf(orderId);
  await within((tx) => failPurchases(tx, [purchase]));
  expect(await stateOf(orderId)).toEqual({ order: "failed", payment: "failed", issued: 0, completed: 0 });
  expect((await purchaseOf(orderId)).order.endReason).toBe("payment_declined");
  expect(await left(id)).toBe(4);
});

it("asks money back that came after the refusal, and gives no tickets for it", async () => {
  const { id } = await given.saleOpen({ stock: 4 });
  const { orderId } = await givenPurchase(id, 1);
  const refused = await purchaseOf(orderId);
  await within((tx) => failPurchases(tx, [refused]));
  const late = await purchaseOf(orderId);
  await within((tx) => refundAfterFailure(tx, [late]));
  expect(await stateOf(orderId)).toEqual({ order: "failed", payment: "completed", issued: 0, completed: 0 });
  const asked = await db.select().from(refunds).where(eq(refunds.paymentId, late.payment.id));
  expect(asked).toMatchObject([{ reason: "order_had_failed", amountKrw: late.payment.amountKrw }]);
  expect(await left(id)).toBe(4);
});

it("gives a frozen hold its own time again, once nothing was paid", async () => {
  const { id } = await given.saleOpen({ stock: 4 });
  const { holdId, orderId } = await givenPurchase(id, 1);
  const { payment } = await purchaseOf(orderId);
  await within(async (tx) => {
    await markUnknown(tx, [payment.id], 30);
    await freezeHolds(tx, [holdId]);
  });
  const unknown = await purchaseOf(orderId);
  await within((tx) => unfreezePurchases(tx, [unknown]));
  const hold = onlyRow(await db.select().from(holds).where(eq(holds.id, holdId)));
  expect(hold).toMatchObject({ state: "ACTIVE", frozen: false, expiresAt: payment.windowEndsAt });
});
