import { eq } from "drizzle-orm";
import { afterEach, describe, expect, it } from "vitest";
import { payAtToss } from "#server/testing/toss.ts";

const toss = await payAtToss();
// Imported late: these modules read the settings above.
const { db } = await import("#db/client.ts");
const { alerts } = await import("#db/schema/alerts.ts");
const { auditLog } = await import("#db/schema/platform.ts");
const { saleOf } = await import("#server/catalog/queries.ts");
const { releaseHold } = await import("#server/holds/commands/release-hold.ts");
const { signCallback } = await import("#server/payments/gateways/sandbox.ts");
const { createContext } = await import("#server/platform/context.ts");
const { clock } = await import("#server/testing/clock.ts");
const { given, newKey } = await import("#server/testing/given.ts");
const { orderNow } = await import("#server/testing/order-now.ts");
const { givenAuthorized } = await import("#server/testing/toss-scenarios.ts");
const { expectEquationsHold } = await import("#server/testing/invariants.ts");
const { checkOut } = await import("./check-out.ts");
const { confirmPayment } = await import("./confirm-payment.ts");
const { takePaymentCallback } = await import("./take-payment-callback.ts");

afterEach(expectEquationsHold);

describe("confirming a payment", () => {
  it("opens it on a page of ours, under the order's own number", async () => {
    const { orderId, paymentSessionUrl, pgPaymentId } = await givenAuthorized(toss);
    expect(new URL(paymentSessionUrl).pathname).toBe(`/orders/${orderId}/pay`);
    expect(pgPaymentId).toBe(orderId);
  });

  it("charges what was authorized and issues the tickets, once however often the buyer comes back", async () => {
    const { orderId, amount, confirm } = await givenAuthorized(toss);
    const answers = await Promise.all([confirm(), confirm(), confirm()]);
    expect(await confirm()).toEqual({
      orderId,
      status: "completed",
      confirming: false,
      refusedBecause: null,
    });
    expect(answers.every(({ status }) => ["completed", "processing"].includes(status))).toBe(true);
    expect(await orderNow(orderId)).toMatchObject({
      order: "confirmed",
      payment: "completed",
      hold: "CONFIRMED",
      tickets: 2,
    });
    expect(toss.charged(orderId)).toBe(amount);
  });

  it("names the request after the attempt, not after the order", async () => {
    const { confirm, orderId } = await givenAuthorized(toss);
    const before = toss.seen.length;
    await confirm();
    const [request] = toss.seen.slice(before);
    expect(request?.key).toMatch(/^confirm:attempt_/);
    expect(request?.key).not.toContain(orderId);
  });

  it("has the hold frozen and committed before the provider is asked", async () => {
    const { orderId, holdId, buyer, confirm } = await givenAuthorized(toss);
    toss.fault("confirm", { kind: "delay", ms: 400 });
    const before = toss.seen.length;
    const confirming = confirm();
    await expect.poll(() => toss.seen.length).toBe(before + 1);
    const during = await orderNow(orderId);
    expect(during).toMatchObject({ frozen: true, unknownSince: expect.any(Date), payment: "processing" });
    expect(during.expiresAt.getTime()).toBeGreaterThan(during.windowEndsAt.getTime());
    await expect(releaseHold(buyer.ctx(), { holdId })).rejects.toMatchObject({ reason: "payment_under_way" });
    expect(await confirm()).toMatchObject({ status: "processing", confirming: true });
    expect(await confirming).toMatchObject({ status: "completed" });
    expect(toss.seen.length).toBe(before + 1);
  });

  it("never charges for a hold that is gone: the order fails instead", async () => {
    const { orderId, eventSessionId, confirm } = await givenAuthorized(toss);
    await clock.move(301);
    const before = toss.seen.length;
    expect(await confirm()).toMatchObject({ status: "failed" });
    expect(await confirm()).toMatchObject({ status: "failed" });
    expect(toss.seen.length).toBe(before);
    expect(toss.charged(orderId)).toBe(0);
    expect((await saleOf(createContext(), eventSessionId)).remainingStock).toBe(5);
  });

  it("of a declined card leaves the tickets to the buyer, who may pay with another", async () => {
    const { orderId, amount, confirm, authorizeAnew, paymentKey } = await givenAuthorized(toss);
    toss.fault("confirm", { kind: "refuse", status: 403, code: "REJECT_CARD_PAYMENT" });
    expect(await confirm()).toEqual({
      ...{ orderId, status: "processing", confirming: false, refusedBecause: "REJECT_CARD_PAYMENT" },
    });
    const after = await orderNow(orderId);
    expect(after).toMatchObject({ hold: "ACTIVE", frozen: false, unknownSince: null });
    expect(after.expiresAt).toEqual(after.windowEndsAt);
    expect(await confirm(paymentKey)).toMatchObject({ status: "processing", confirming: false });
    expect(await confirm(authorizeAnew())).toMatchObject({ status: "completed" });
    expect(toss.charged(orderId)).toBe(amount);
  });

  it("opens no second payment for another tab while it is confirmed", async () => {
    const { holdId, buyer, confirm } = await givenAuthorized(toss);
    toss.fault("confirm", { kind: "dropAfter" });
    expect(await confirm()).toMatchObject({ status: "processing", confirming: true });
    await expect(checkOut(buyer.ctx(newKey()), { holdId, method: "CARD" })).rejects.toMatchObject({
      reason: "payment_under_way",
    });
  });

  it("of another amount than the order's is refused before anything is asked, with an alert", async () => {
    const { orderId, buyer, paymentKey, amount } = await givenAuthorized(toss);
    const before = toss.seen.length;
    const ctx = buyer.ctx();
    await expect(confirmPayment(ctx, { orderId, paymentKey, amount: amount - 1 })).rejects.toMatchObject({
      reason: "wrong_amount",
    });
    expect(toss.seen.length).toBe(before);
    expect(await orderNow(orderId)).toMatchObject({ payment: "processing", frozen: false });
    expect(await db.select().from(alerts).where(eq(alerts.subject, orderId))).toHaveLength(1);
    expect(await db.select().from(auditLog).where(eq(auditLog.traceId, ctx.traceId))).toMatchObject([
      { action: "checkout.confirm-payment", outcome: "wrong_amount" },
    ]);
  });

  it("with an authorization of another order is refused there, and that order is not touched", async () => {
    const [mine, theirs] = [await givenAuthorized(toss), await givenAuthorized(toss)];
    await theirs.confirm();
    const before = toss.seen.length;
    expect(await mine.confirm(theirs.paymentKey)).toMatchObject({ status: "processing", confirming: false });
    expect(toss.seen.length).toBe(before);
    expect(await mine.confirm()).toMatchObject({ status: "completed" });
    expect(toss.charged(theirs.orderId)).toBe(theirs.amount);
  });

  it("is the buyer's own: another's order does not exist", async () => {
    const { orderId, paymentKey, amount } = await givenAuthorized(toss);
    const stranger = await given.person();
    await expect(confirmPayment(stranger.ctx(), { orderId, paymentKey, amount })).rejects.toMatchObject({
      status: 404,
    });
  });

  it("is the only way to a paid order: a signed callback for it does not exist here", async () => {
    const { orderId, pgPaymentId } = await givenAuthorized(toss);
    const forged = signCallback({ pgPaymentId, status: "SUCCESS" }, newKey());
    await expect(takePaymentCallback(createContext(), forged)).rejects.toMatchObject({ status: 404 });
    expect(await orderNow(orderId)).toMatchObject({ order: "processing", payment: "processing" });
  });
});
