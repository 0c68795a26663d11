import { eq, inArray, like } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { db } from "#db/client.ts";
import { alerts } from "#db/schema/alerts.ts";
import { holds } from "#db/schema/holds.ts";
import { orders } from "#db/schema/orders.ts";
import { payments } from "#db/schema/payments.ts";
import { auditLog, stateHistory } from "#db/schema/platform.ts";
import { tickets } from "#db/schema/tickets.ts";
import { transmissions } from "#db/schema/transmissions.ts";
import { updateEventSession } from "#server/catalog/commands/update-event-session.ts";
import type { EventSessionId } from "#server/catalog/contract.ts";
import { saleOf } from "#server/catalog/queries.ts";
import { saleWithHoldsOf } from "#server/holds/queries.ts";
import { signCallback } from "#server/payments/gateways/sandbox.ts";
import { paymentMachine } from "#server/payments/machine.ts";
import { getPayment } from "#server/payments/queries.ts";
import { historyOf } from "#server/platform/database/transition.ts";
import { createContext } from "#server/platform/operation/context.ts";
import { clock } from "#server/testing/clock.ts";
import { given, newKey } from "#server/testing/given.ts";
import { expectEquationsHold } from "#server/testing/invariants.ts";
import { getOrder, getPurchase } from "../queries.ts";
import { checkOut } from "./check-out.ts";
import { takePaymentCallback } from "./take-payment-callback.ts";

afterEach(expectEquationsHold);

/** Order, payment and hold as they stand, with the tickets that are good. */
async function stateOf(checkout: { orderId: `order_${string}`; holdId: `hold_${string}` }) {
  const [order] = await db.select().from(orders).where(eq(orders.id, checkout.orderId));
  const [payment] = await db.select().from(payments).where(eq(payments.orderId, checkout.orderId));
  const [hold] = await db.select().from(holds).where(eq(holds.id, checkout.holdId));
  const issued = await db.select().from(tickets).where(eq(tickets.orderId, checkout.orderId));
  return { order: order?.state, payment: payment?.state, hold: hold?.state, tickets: issued.length };
}

const remaining = async (id: EventSessionId) => (await saleOf(createContext(), id)).remainingStock;
const messagesOf = async (orderId: string) =>
  (
    await db
      .select()
      .from(transmissions)
      .where(like(transmissions.payload, `%${orderId}%`))
      .orderBy(transmissions.seq)
  ).map(({ type }) => type);

describe("PaymentCallbackHandlerTest", () => {
  it("holdToSoldTransitionOnPaymentSuccess: given a hold at its checkout, when the payment succeeds, then it is SOLD with tickets and a message to the data platform", async () => {
    const { id } = await given.saleOpen({ stock: 10 });
    const checkout = await given.checkout(await given.person(), id, 2);
    expect(await given.callback(checkout.pgPaymentId, "SUCCESS")).toEqual({ outcome: "confirmed" });
    expect(await stateOf(checkout)).toEqual({
      order: "confirmed",
      payment: "completed",
      hold: "CONFIRMED",
      tickets: 2,
    });
    expect(await saleWithHoldsOf(createContext(), id)).toMatchObject({ remainingStock: 8, heldStock: 0 });
    expect(await messagesOf(checkout.orderId)).toEqual([
      "orders.updated",
      "payments.updated",
      "orders.updated",
      "OrderCompleted",
    ]);
  });

  it("paymentCompletionIsIdempotent: fifty deliveries at once, of one webhook and of many, sell once", async () => {
    const { id } = await given.saleOpen({ stock: 10 });
    const checkout = await given.checkout(await given.person(), id, 3);
    const same = newKey();
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        given.callback(checkout.pgPaymentId, "SUCCESS", index % 2 === 0 ? { id: same } : {}),
      ),
    );
    expect(outcomes.filter(({ outcome }) => outcome === "confirmed")).toHaveLength(1);
    expect((await stateOf(checkout)).tickets).toBe(3);
    expect(await remaining(id)).toBe(7);
  });

  it("paymentFailureReleasesHold: when the payment fails, then the stock is back at once", async () => {
    const { id } = await given.saleOpen({ stock: 10 });
    const checkout = await given.checkout(await given.person(), id, 2);
    expect(await given.callback(checkout.pgPaymentId, "FAIL")).toEqual({ outcome: "failed" });
    expect(await stateOf(checkout)).toEqual({
      order: "failed",
      payment: "failed",
      hold: "RELEASED",
      tickets: 0,
    });
    expect(await remaining(id)).toBe(10);
  });
});

describe("a callback", () => {
  it("is recorded as the webhook that it is, in every step it causes", async () => {
    const { id } = await given.saleOpen();
    const { orderId, holdId, paymentId, pgPaymentId } = await given.checkout(await given.person(), id);
    await given.callback(pgPaymentId, "SUCCESS", { id: "webhook-of-its-own" });
    const steps = await db
      .select()
      .from(stateHistory)
      .where(inArray(stateHistory.entityId, [orderId, holdId, paymentId]));
    const caused = steps.filter(({ toState }) => ["confirmed", "CONFIRMED", "completed"].includes(toState));
    const [audited] = await db.select().from(auditLog).where(eq(auditLog.target, "webhook-of-its-own"));
    const webhook = { actorKind: "system", actorId: "payments.callback" };
    expect([...caused, audited]).toEqual(Array(4).fill(expect.objectContaining(webhook)));
  });

  it("of success after the hold ended takes the stock again with a new order where there is enough", async () => {
    const { id } = await given.saleOpen({ stock: 2 });
    const checkout = await given.checkout(await given.person(), id, 2);
    await clock.move(301);
    const other = await given.person();
    const theirs = await given.hold(other, id, 1).catch((error) => error.reason);
    expect(theirs).toMatchObject({ status: "ACTIVE" });
    await updateEventSession((await given.person("ADMIN")).ctx(), { id, addStock: 1 });
    expect(await given.callback(checkout.pgPaymentId, "SUCCESS")).toEqual({ outcome: "confirmed" });
    const [ended] = await db.select().from(orders).where(eq(orders.id, checkout.orderId));
    expect(ended).toMatchObject({ state: "failed", endReason: "hold_expired" });
    const [bought] = await db
      .select()
      .from(orders)
      .where(eq(orders.id, ended?.replacedById ?? "order_none"));
    expect(
      await stateOf({ orderId: bought?.id ?? "order_none", holdId: bought?.holdId ?? "hold_none" }),
    ).toEqual({
      order: "confirmed",
      payment: "completed",
      hold: "CONFIRMED",
      tickets: 2,
    });
    expect(await remaining(id)).toBe(0);
  });

  it("of success after the tickets went to others has a refund asked for, and the order fails", async () => {
    const { id } = await given.saleOpen({ stock: 2 });
    const checkout = await given.checkout(await given.person(), id, 2);
    await clock.move(301);
    await given.hold(await given.person(), id, 1);
    expect(await given.callback(checkout.pgPaymentId, "SUCCESS")).toEqual({ outcome: "refund_asked" });
    expect(await stateOf(checkout)).toEqual({
      order: "failed",
      payment: "completed",
      hold: "EXPIRED",
      tickets: 0,
    });
    expect(await messagesOf(checkout.orderId)).toEqual([
      "orders.updated",
      "orders.updated",
      "payments.updated",
      "refunds.updated",
      "RefundRequested",
    ]);
  });

  it("in any order and number has one outcome: the first word decides, and money taken after a failure goes back", async () => {
    const { id } = await given.saleOpen({ stock: 1000, maxPerUser: 100 });
    const words = fc.array(fc.constantFrom("SUCCESS" as const, "FAIL" as const, "DECLINED" as const), {
      minLength: 1,
      maxLength: 5,
    });
    const together = fc.boolean();
    await fc.assert(
      fc.asyncProperty(words, together, async (said, atOnce) => {
        const checkout = await given.checkout(await given.person(), id);
        const tell = (status: (typeof said)[number]) => given.callback(checkout.pgPaymentId, status);
        // Those that arrive at once are one batch, in this order.
        if (atOnce) await Promise.all(said.map(tell));
        else for (const status of said) await tell(status);
        const state = await stateOf(checkout);
        const [first] = said.filter((status) => status !== "DECLINED");
        if (!first)
          expect(state).toEqual({ order: "processing", payment: "pending", hold: "ACTIVE", tickets: 0 });
        else if (first === "SUCCESS")
          expect(state).toMatchObject({ order: "confirmed", payment: "completed", tickets: 1 });
        else
          expect(state).toMatchObject({
            order: "failed",
            payment: said.includes("SUCCESS") ? "completed" : "failed",
            tickets: 0,
          });
      }),
      { numRuns: 30 },
    );
  });

  it("of a refused card ends nothing: the attempt is kept, and another card pays the same order in the same time", async () => {
    const { id } = await given.saleOpen({ stock: 2 });
    const buyer = await given.person();
    const checkout = await given.checkout(buyer, id, 2);
    const { pgPaymentId, paymentId, orderId, holdId } = checkout;
    const heldUntil = async () => (await getPurchase(buyer.ctx(), { holdId })).expiresAt;
    const before = await heldUntil();
    const webhook = { id: newKey(), code: "CARD_REFUSED" };
    expect(await given.callback(pgPaymentId, "DECLINED", webhook)).toEqual({ outcome: "declined" });
    expect(await given.callback(pgPaymentId, "DECLINED", webhook)).toEqual({ outcome: "duplicate" });
    expect(await stateOf(checkout)).toEqual({
      ...{ order: "processing", payment: "pending", hold: "ACTIVE", tickets: 0 },
    });
    expect(await heldUntil()).toEqual(before);
    expect(await remaining(id)).toBe(0);
    const waiting = { status: "pending", refusedBecause: "CARD_REFUSED" };
    expect(await getPayment(buyer.ctx(), { paymentId })).toMatchObject(waiting);
    expect(await getOrder(buyer.ctx(), { id: orderId })).toMatchObject({ payment: waiting });
    expect(await getPurchase(buyer.ctx(), { holdId })).toMatchObject({ standing: "declined", ending: null });
    expect(await checkOut(buyer.ctx(newKey()), { holdId, method: "TRANSFER" })).toMatchObject({ orderId });
    await given.callback(pgPaymentId, "DECLINED");
    expect(await given.callback(pgPaymentId, "SUCCESS")).toEqual({ outcome: "confirmed" });
    expect(await given.callback(pgPaymentId, "DECLINED")).toEqual({ outcome: "unchanged" });
    expect(await stateOf(checkout)).toMatchObject({ order: "confirmed", payment: "completed", tickets: 2 });
    const paid = { status: "completed", refusedBecause: null, method: "TRANSFER" };
    expect(await getPayment(buyer.ctx(), { paymentId })).toMatchObject(paid);
    expect((await historyOf(buyer.ctx(), paymentMachine, paymentId)).map(({ to }) => to)).toEqual([
      ...["pending", "processing", "failed", "pending"],
      ...["processing", "failed", "pending"],
      ...["processing", "completed"],
    ]);
  });

  it("of a refused card does not prolong the hold: after its time the order ends as any other", async () => {
    const { id } = await given.saleOpen({ stock: 1 });
    const checkout = await given.checkout(await given.person(), id);
    await clock.move(290);
    await given.callback(checkout.pgPaymentId, "DECLINED");
    await clock.move(11);
    await given.hold(await given.person(), id);
    expect(await stateOf(checkout)).toMatchObject({ order: "failed", payment: "failed", hold: "EXPIRED" });
    expect(await given.callback(checkout.pgPaymentId, "DECLINED")).toEqual({ outcome: "unchanged" });
  });

  it.each([
    [
      "for an unknown payment",
      404,
      async () => signCallback({ pgPaymentId: "sandbox_none", status: "SUCCESS" }, newKey()),
    ],
    [
      "with a wrong signature",
      401,
      async (pg: string) => ({ ...signed(pg), "webhook-signature": "v1,AAAA" }),
    ],
    ["without a signature", 401, async (pg: string) => ({ ...signed(pg), "webhook-signature": "" })],
    [
      "with a changed body",
      401,
      async (pg: string) => ({ ...signed(pg), rawBody: `${signed(pg).rawBody} ` }),
    ],
    ["of six minutes ago", 401, async (pg: string) => signed(pg, new Date(Date.now() - 360_000))],
    ["of six minutes ahead", 401, async (pg: string) => signed(pg, new Date(Date.now() + 360_000))],
    [
      "with a wrong amount",
      400,
      async (pg: string) => signCallback({ pgPaymentId: pg, status: "SUCCESS", amount: 1 }, newKey()),
    ],
  ])("%s is refused with %i, changes nothing and leaves an audit row", async (_, status, make) => {
    const { id } = await given.saleOpen({ stock: 10 });
    const checkout = await given.checkout(await given.person(), id);
    const before = await stateOf(checkout);
    const ctx = createContext();
    await expect(takePaymentCallback(ctx, await make(checkout.pgPaymentId))).rejects.toMatchObject({
      status,
    });
    expect(await stateOf(checkout)).toEqual(before);
    expect(await db.select().from(auditLog).where(eq(auditLog.traceId, ctx.traceId))).toMatchObject([
      { action: "checkout.take-payment-callback", outcome: expect.not.stringMatching(/^ok$/) },
    ]);
  });
});

it("with a wrong amount raises an alert, once for a payment however often it comes", async () => {
  const { id } = await given.saleOpen({ stock: 10 });
  const { pgPaymentId } = await given.checkout(await given.person(), id);
  for (const amount of [1, 2]) {
    const webhook = signCallback({ pgPaymentId, status: "SUCCESS", amount }, newKey());
    await expect(takePaymentCallback(createContext(), webhook)).rejects.toMatchObject({
      reason: "wrong_amount",
    });
  }
  expect(await db.select().from(alerts).where(eq(alerts.subject, pgPaymentId))).toMatchObject([
    { kind: "wrong_amount", count: 2, detail: { amount: 2 }, resolvedAt: null },
  ]);
});

const signed = (pgPaymentId: string, at = new Date()) =>
  signCallback({ pgPaymentId, status: "SUCCESS" }, newKey(), at);

it("leads to everything under the trace that the purchase began with, whatever trace the provider has", async () => {
  const { id } = await given.saleOpen();
  const { orderId, pgPaymentId } = await given.checkout(await given.person(), id);
  await given.callback(pgPaymentId, "SUCCESS");
  const [order] = await db.select().from(orders).where(eq(orders.id, orderId));
  const sent = await db.select().from(transmissions).where(eq(transmissions.aggregateId, orderId));
  expect(sent.map(({ type }) => type)).toContain("OrderCompleted");
  expect(new Set(sent.map(({ traceId }) => traceId))).toEqual(new Set([order?.traceId]));
});
