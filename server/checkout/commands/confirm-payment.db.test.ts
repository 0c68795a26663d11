import { and, eq, isNull } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "#db/client.ts";
import { alerts } from "#db/schema/alerts.ts";
import { holds } from "#db/schema/holds.ts";
import { orders } from "#db/schema/orders.ts";
import { paymentAttempts, payments } from "#db/schema/payments.ts";
import { auditLog } from "#db/schema/platform.ts";
import { updateEvent } from "#server/catalog/commands/update-event.ts";
import type { EventSessionId } from "#server/catalog/contract.ts";
import { saleOf } from "#server/catalog/queries.ts";
import { releaseHold } from "#server/holds/commands/release-hold.ts";
import type { OrderId } from "#server/orders/contract.ts";
import { signCallback } from "#server/payments/gateways/sandbox.ts";
import { paymentMachine } from "#server/payments/machine.ts";
import { getPayment } from "#server/payments/queries.ts";
import { historyOf } from "#server/platform/database/transition.ts";
import { createContext } from "#server/platform/operation/context.ts";
import { clock } from "#server/testing/clock.ts";
import type { TossFault } from "#server/testing/fake-toss.ts";
import { given, newKey } from "#server/testing/given.ts";
import { expectEquationsHold } from "#server/testing/invariants.ts";
import { orderNow } from "#server/testing/order-now.ts";
import { givenAuthorized } from "#server/testing/toss-scenarios.ts";
import { until } from "#server/testing/until.ts";
import { CONFIRM_TRIES_MAX } from "../policy.ts";
import { getPurchase } from "../queries.ts";
import { checkOut } from "./check-out.ts";
import { confirmPayment } from "./confirm-payment.ts";
import { takePaymentCallback } from "./take-payment-callback.ts";

// Hoisted above the imports, whose modules read the settings as they load.
const toss = await vi.hoisted(async () => (await import("#server/testing/toss.ts")).payAtToss());

beforeEach(() => toss.forgetFaults());
afterEach(expectEquationsHold);

/** Charges that were asked for, whatever came of them. */
const charges = () => toss.seen.filter(({ call }) => call === "confirm").length;
const refused = (why: string) => ({ reason: "authorization_refused", status: 409, params: { why } });
const endReasonOf = async (id: OrderId) =>
  (await db.select().from(orders).where(eq(orders.id, id)))[0]?.endReason;

/** All that a confirmation may change: order, payment and hold, and what was asked of the provider. */
async function standOf({ orderId, paymentId, holdId }: Awaited<ReturnType<typeof givenAuthorized>>) {
  return {
    order: await db.select().from(orders).where(eq(orders.id, orderId)),
    payment: await db.select().from(payments).where(eq(payments.id, paymentId)),
    hold: await db.select().from(holds).where(eq(holds.id, holdId)),
    attempts: await db.select().from(paymentAttempts).where(eq(paymentAttempts.paymentId, paymentId)),
  };
}

describe("what a buyer says they have authorized", () => {
  it.each<[string, string, (mine: Authorized) => string | Promise<string>]>([
    ["made up", "unknown", () => "made-up"],
    ["not finished at Toss", "unknown", ({ paymentKey }) => at(paymentKey, "READY")],
    ["expired at Toss", "over", ({ paymentKey }) => at(paymentKey, "EXPIRED")],
    ["declined at Toss", "over", ({ paymentKey }) => at(paymentKey, "ABORTED")],
    ["given back at Toss", "over", ({ paymentKey }) => at(paymentKey, "CANCELED")],
    ["another order's", "foreign", async () => (await givenAuthorized(toss)).paymentKey],
  ])("and is %s is refused as %s and changes nothing", async (_, why, keyOf) => {
    const mine = await givenAuthorized(toss);
    const key = await keyOf(mine);
    const [before, asked] = [await standOf(mine), charges()];
    await expect(mine.confirm(key)).rejects.toMatchObject(refused(why));
    expect(await standOf(mine)).toEqual(before);
    expect(charges()).toBe(asked);
    await releaseHold(mine.buyer.ctx(), { holdId: mine.holdId });
    expect(await endReasonOf(mine.orderId)).toBe("released_by_buyer");
  });

  it("for other money than the order's is refused, changes nothing and is an alert", async () => {
    const mine = await givenAuthorized(toss);
    const cheap = toss.authorize({ orderId: mine.orderId, amount: 100 });
    const before = await standOf(mine);
    await expect(mine.confirm(cheap)).rejects.toMatchObject({ reason: "wrong_amount" });
    expect(await standOf(mine)).toEqual(before);
    expect(await db.select().from(alerts).where(eq(alerts.subject, mine.orderId))).toMatchObject([
      { kind: "wrong_amount", detail: { amount: 100, expected: mine.amount } },
    ]);
    expect(await mine.confirm()).toMatchObject({ status: "completed" });
  });

  it.each<[string, TossFault]>([
    ["is away", { kind: "dropBefore" }],
    ["answers with the page of a proxy", { kind: "garbage" }],
    ["is out of order", { kind: "refuse", status: 500, code: "FAILED_INTERNAL_SYSTEM_PROCESSING" }],
  ])("while Toss %s is not believed: nothing changes, and the buyer may try again", async (_, fault) => {
    const mine = await givenAuthorized(toss);
    const before = await standOf(mine);
    toss.fault("lookup", fault);
    await expect(mine.confirm()).rejects.toMatchObject({ reason: "provider_silent", retry: "later" });
    expect(await standOf(mine)).toEqual(before);
    expect(await mine.confirm()).toMatchObject({ status: "completed" });
    expect(toss.charged(mine.orderId)).toBe(mine.amount);
  });

  it("cannot be looked up with a key that Toss refuses: operators are told", async () => {
    const mine = await givenAuthorized(toss);
    toss.fault("lookup", { kind: "refuse", status: 401, code: "UNAUTHORIZED_KEY" });
    await expect(mine.confirm()).rejects.toMatchObject({ reason: "provider_silent" });
    expect(await firing("toss")).toEqual(["provider_misconfigured"]);
    await mine.confirm();
    expect(await firing("toss")).toEqual([]);
  });

  it("and was charged already is written down, not charged again", async () => {
    const mine = await givenAuthorized(toss);
    Object.assign(toss.book(mine.paymentKey), { status: "DONE", balanceAmount: mine.amount });
    const before = charges();
    expect(await mine.confirm()).toMatchObject({ status: "completed", confirming: false });
    expect(charges()).toBe(before);
    expect(await orderNow(mine.orderId)).toMatchObject({ order: "confirmed", tickets: 2 });
  });

  it("and was charged though the hold had ended buys the tickets again", async () => {
    const mine = await givenAuthorized(toss);
    Object.assign(toss.book(mine.paymentKey), { status: "DONE", balanceAmount: mine.amount });
    await clock.move(301);
    await mine.confirm();
    expect(await orderNow(mine.orderId)).toMatchObject({ payment: "completed", tickets: 2 });
  });

  it("and was charged though the hold had ended is asked back where the event was archived since", async () => {
    const mine = await givenAuthorized(toss);
    Object.assign(toss.book(mine.paymentKey), { status: "DONE", balanceAmount: mine.amount });
    await clock.move(301);
    await (await givenArchivist(mine.eventSessionId))();
    await mine.confirm();
    expect(await orderNow(mine.orderId)).toMatchObject({ order: "failed", payment: "completed", tickets: 0 });
    expect(await getPayment(mine.buyer.ctx(), { paymentId: mine.paymentId })).toMatchObject({
      refund: { state: "asked", reason: "withdrawn_after_payment" },
    });
  });

  it("of an event that is archived while two tabs confirm is charged once and has its tickets", async () => {
    const mine = await givenAuthorized(toss);
    const archive = await givenArchivist(mine.eventSessionId);
    await Promise.all([mine.confirm(), archive(), mine.confirm()]);
    await mine.confirm();
    expect(await orderNow(mine.orderId)).toMatchObject({ order: "confirmed", tickets: 2 });
    expect(toss.charged(mine.orderId)).toBe(mine.amount);
  });

  it("of an archived event is not charged once its hold has ended", async () => {
    const mine = await givenAuthorized(toss);
    await (await givenArchivist(mine.eventSessionId))();
    await clock.move(301);
    expect(await mine.confirm()).toMatchObject({ status: "failed" });
    expect(toss.charged(mine.orderId)).toBe(0);
  });

  it("is asked about so often and no oftener, for each person alone", async () => {
    const [mine, other] = [await givenAuthorized(toss), await givenAuthorized(toss)];
    for (let tries = 0; tries < CONFIRM_TRIES_MAX; tries++)
      await expect(mine.confirm(`made-up-${tries}`)).rejects.toMatchObject(refused("unknown"));
    const asked = toss.seen.length;
    await expect(mine.confirm()).rejects.toMatchObject({ reason: "too_many_confirmations", status: 429 });
    expect(toss.seen.length).toBe(asked);
    expect(await other.confirm()).toMatchObject({ status: "completed" });
    await clock.move(601);
    expect(await mine.confirm()).toMatchObject({ status: "failed" });
  });
});

/** An operator about to archive the event of an event session. */
async function givenArchivist(id: EventSessionId) {
  const [{ eventId }, admin] = [await saleOf(createContext(), id), await given.person("ADMIN")];
  return () => updateEvent(admin.ctx(), { eventId, status: "ARCHIVED" });
}

type Authorized = Awaited<ReturnType<typeof givenAuthorized>>;

/** The authorization stands so at Toss. */
function at(paymentKey: string, status: string): string {
  toss.book(paymentKey).status = status;
  return paymentKey;
}

const firing = async (subject: string) =>
  (
    await db
      .select()
      .from(alerts)
      .where(and(eq(alerts.subject, subject), isNull(alerts.resolvedAt)))
  ).map(({ kind }) => kind);

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
    const request = toss.seen.slice(before).find(({ call }) => call === "confirm");
    expect(request?.key).toMatch(/^confirm:attempt_/);
    expect(request?.key).not.toContain(orderId);
  });

  it("has the hold frozen and committed before the provider is asked", async () => {
    const { orderId, holdId, buyer, confirm } = await givenAuthorized(toss);
    toss.fault("confirm", { kind: "delay", ms: 400 });
    const before = charges();
    const confirming = confirm();
    await until(() => charges() === before + 1);
    const during = await orderNow(orderId);
    expect(during).toMatchObject({ frozen: true, unknownSince: expect.any(Date), payment: "processing" });
    expect(during.expiresAt.getTime()).toBeGreaterThan(during.windowEndsAt.getTime());
    await expect(releaseHold(buyer.ctx(), { holdId })).rejects.toMatchObject({ reason: "payment_under_way" });
    expect(await confirm()).toMatchObject({ status: "processing", confirming: true });
    expect(await confirming).toMatchObject({ status: "completed" });
    expect(charges()).toBe(before + 1);
  });

  it("never charges for a hold that is gone: the order fails instead", async () => {
    const { orderId, eventSessionId, confirm } = await givenAuthorized(toss);
    await clock.move(301);
    const before = charges();
    expect(await confirm()).toMatchObject({ status: "failed" });
    expect(await confirm()).toMatchObject({ status: "failed" });
    expect(charges()).toBe(before);
    expect(toss.charged(orderId)).toBe(0);
    expect(await endReasonOf(orderId)).toBe("hold_expired");
    expect((await saleOf(createContext(), eventSessionId)).remainingStock).toBe(5);
  });

  it("of a declined card leaves the tickets to the buyer, who may pay with another", async () => {
    const { orderId, paymentId, holdId, buyer, amount, confirm, authorizeAgain, paymentKey } =
      await givenAuthorized(toss);
    toss.fault("confirm", { kind: "refuse", status: 403, code: "REJECT_CARD_PAYMENT" });
    expect(await confirm()).toEqual({
      ...{ orderId, status: "pending", confirming: false, refusedBecause: "REJECT_CARD_PAYMENT" },
    });
    const after = await orderNow(orderId);
    expect(after).toMatchObject({ hold: "ACTIVE", frozen: false, unknownSince: null });
    expect(after.expiresAt).toEqual(after.windowEndsAt);
    expect(await confirm(paymentKey)).toMatchObject({ status: "pending", confirming: false });
    expect(await getPurchase(buyer.ctx(), { holdId })).toMatchObject({ standing: "declined" });
    expect(await confirm(authorizeAgain())).toMatchObject({ status: "completed" });
    expect((await historyOf(buyer.ctx(), paymentMachine, paymentId)).map(({ to }) => to)).toEqual([
      ...["pending", "processing", "failed", "pending", "processing", "completed"],
    ]);
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
    await expect(mine.confirm(theirs.paymentKey)).rejects.toMatchObject(refused("foreign"));
    expect(toss.seen.length).toBe(before);
    expect(await mine.confirm()).toMatchObject({ status: "completed" });
    expect(toss.charged(theirs.orderId)).toBe(theirs.amount);
  });

  it("is the buyer's own: another's order does not exist", async () => {
    const { orderId, paymentKey, amount } = await givenAuthorized(toss);
    for (const role of ["USER", "ADMIN"] as const) {
      const stranger = await given.person(role);
      const confirmed = confirmPayment(stranger.ctx(), { orderId, paymentKey, amount });
      await expect(confirmed).rejects.toMatchObject({ status: 404 });
    }
    expect(toss.charged(orderId)).toBe(0);
  });

  it("is the only way to a paid order: a signed callback for it does not exist here", async () => {
    const { orderId, pgPaymentId } = await givenAuthorized(toss);
    const forged = signCallback({ pgPaymentId, status: "SUCCESS" }, newKey());
    await expect(takePaymentCallback(createContext(), forged)).rejects.toMatchObject({ status: 404 });
    expect(await orderNow(orderId)).toMatchObject({ order: "processing", payment: "processing" });
  });
});
