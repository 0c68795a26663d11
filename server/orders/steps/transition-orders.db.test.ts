import { and, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "#db/client.ts";
import { orders } from "#db/schema/orders.ts";
import { stateHistory } from "#db/schema/platform.ts";
import { transmissions } from "#db/schema/transmissions.ts";
import { createHolds } from "../../holds/steps/create-holds.ts";
import { inTransaction } from "../../platform/database/transaction.ts";
import { newTraceId, systemContext, type Tx } from "../../platform/operation/context.ts";
import { given } from "../../testing/given.ts";
import type { OrderId } from "../contract.ts";
import { createOrders } from "./create-orders.ts";
import { transitionOrders } from "./transition-orders.ts";

const ctx = systemContext("test");
const within = <T>(work: (tx: Tx) => Promise<T>) => inTransaction(ctx, work);
const eventsOf = (id: OrderId) =>
  db
    .select()
    .from(transmissions)
    .where(and(eq(transmissions.aggregateId, id), eq(transmissions.type, "orders.updated")))
    .orderBy(transmissions.seq);

async function givenOrder() {
  const { id: eventSessionId } = await given.saleOpen();
  const { userId } = await given.person();
  const by = { actor: ctx.actor, traceId: newTraceId() };
  const request = { userId, quantity: 2, refusal: null, by };
  const { held } = await within((tx) => createHolds(tx, eventSessionId, [request]));
  const holdId = held.get(request)?.holdId ?? "hold_";
  const mobile = { delivery: "MOBILE", shippingFeeKrw: 0 } as const;
  const order = { userId, eventSessionId, holdId, quantity: 2, amountKrw: 2000, ...mobile, by };
  const [id] = await within((tx) => createOrders(tx, [order]));
  return { id, by };
}

it("an order is born in the history, under the trace that its later steps keep", async () => {
  const { id, by } = await givenOrder();
  const [order] = await db.select().from(orders).where(eq(orders.id, id));
  expect(order).toMatchObject({ state: "pending", traceId: by.traceId });
  const steps = await db.select().from(stateHistory).where(eq(stateHistory.entityId, id));
  expect(steps).toMatchObject([{ fromState: null, toState: "pending", traceId: by.traceId }]);
});

it("each transition is told once, and one to the state it has is none", async () => {
  const { id, by } = await givenOrder();
  await within((tx) => transitionOrders(tx, [{ id, by }], "processing", "checkout"));
  await within((tx) => transitionOrders(tx, [{ id, by }], "failed", "payment_declined"));
  const told = await eventsOf(id);
  expect(told.map(({ payload }) => JSON.parse(payload))).toMatchObject([
    { oldStatus: "pending", newStatus: "processing", reason: "checkout" },
    { oldStatus: "processing", newStatus: "failed", reason: "payment_declined" },
  ]);
  expect(told.map(({ traceId }) => traceId)).toEqual([by.traceId, by.traceId]);
  const [order] = await db.select().from(orders).where(eq(orders.id, id));
  expect(order).toMatchObject({ state: "failed", endReason: "payment_declined" });
});

it("an illegal step is refused, and nothing is told of it", async () => {
  const { id } = await givenOrder();
  const shipped = within((tx) => transitionOrders(tx, [{ id }], "shipped", "test"));
  await expect(shipped).rejects.toMatchObject({ reason: "illegal_transition" });
  expect(await eventsOf(id)).toEqual([]);
});
