import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { orders } from "#db/schema/orders.ts";
import { stateHistory } from "#db/schema/platform.ts";
import { deliveryAddresses, shippings } from "#db/schema/shipping.ts";
import { onlyRow } from "#server/platform/database/rows.ts";
import { inTransaction } from "#server/platform/database/transaction.ts";
import { newTraceId, systemContext, type Tx } from "#server/platform/operation/context.ts";
import { given, givenAddress } from "#server/testing/given.ts";
import { expectEquationsHold } from "#server/testing/invariants.ts";
import { openAddress } from "./addresses.store.ts";
import { DeliveryAddress } from "./contract.ts";
import { cancelUnsent } from "./steps/cancel-unsent.ts";
import { changeDelivery } from "./steps/choose-delivery.ts";
import { createShippings } from "./steps/create-shippings.ts";

const ctx = systemContext("test");
const within = <T>(work: (tx: Tx) => Promise<T>) => inTransaction(ctx, work);
/** What is done in a transaction that is given up, so that an order and its parcel do not come apart. */
const undone = (work: (tx: Tx) => Promise<unknown>) =>
  expect(
    within(async (tx) => {
      await work(tx);
      throw new Error("undone");
    }),
  ).rejects.toThrow("undone");

async function givenPaper() {
  const { id } = await given.saleOpen({ paper: true });
  return given.checkout(await given.person(), id, 1, givenAddress);
}

it("makes a parcel for each order of paper tickets and none for mobile ones", async () => {
  const { orderId } = await givenPaper();
  const mobile = await given.checkout(await given.person(), (await given.saleOpen()).id);
  const by = { actor: ctx.actor, traceId: newTraceId() };
  await undone(async (tx) => {
    await createShippings(tx, [
      { id: orderId, delivery: "PAPER", by },
      { id: mobile.orderId, delivery: "MOBILE", by },
    ]);
    expect(await tx.db.select().from(shippings).where(eq(shippings.orderId, mobile.orderId))).toEqual([]);
    const made = await tx.db.select().from(shippings).where(eq(shippings.orderId, orderId));
    expect(onlyRow(made).state).toBe("pending");
  });
});

it("cancels the parcel of a cancelled order once, and says whose it was", async () => {
  const { orderId, pgPaymentId } = await givenPaper();
  await given.callback(pgPaymentId, "SUCCESS");
  const { id } = onlyRow(await db.select().from(shippings).where(eq(shippings.orderId, orderId)));
  const births = await db.select().from(stateHistory).where(eq(stateHistory.entityId, id));
  expect(births).toMatchObject([{ fromState: null, toState: "pending", reason: "paid" }]);
  await undone(async (tx) => {
    expect(await cancelUnsent(tx, [{ id: orderId }], "cancelled_by_buyer")).toEqual(new Set([orderId]));
    expect(await cancelUnsent(tx, [{ id: orderId }], "cancelled_by_buyer")).toEqual(new Set());
  });
  await expectEquationsHold();
});

it("opens an address in its own row alone, and takes another for its order", async () => {
  const [one, other] = [await givenPaper(), await givenPaper()];
  const rowOf = async ({ orderId }: typeof one) =>
    onlyRow(await db.select().from(deliveryAddresses).where(eq(deliveryAddresses.orderId, orderId)));
  const [first, second] = [await rowOf(one), await rowOf(other)];
  expect(openAddress({ id: second.id, sealed: first.sealed })).toBeNull();
  const order = onlyRow(await db.select().from(orders).where(eq(orders.id, one.orderId)));
  const { type, ...address } = givenAddress;
  const moved = DeliveryAddress.parse({ ...address, postcode: "06236" });
  expect(await within((tx) => changeDelivery(tx, order, { type, ...moved }))).toBeNull();
  expect(openAddress(await rowOf(one))).toEqual(moved);
  expect(await within((tx) => changeDelivery(tx, order, { type: "MOBILE" }))).toMatchObject({
    reason: "delivery_fixed",
  });
});
