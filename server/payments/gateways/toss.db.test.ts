import { and, eq, like } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "#db/client.ts";
import { transmissions } from "#db/schema/transmissions.ts";
import { cancelOrder } from "#server/checkout/commands/cancel-order.ts";
import { systemContext } from "#server/platform/operation/context.ts";
import { newKey } from "#server/testing/given.ts";
import { patient } from "#server/testing/patience.ts";
import { givenAuthorized } from "#server/testing/toss-scenarios.ts";
import { refunds } from "./refunds.ts";
import { createTossGateway } from "./toss.ts";

// Hoisted above the imports, whose modules read the settings as they load.
const toss = await vi.hoisted(async () => (await import("#server/testing/toss.ts")).payAtToss());

const ctx = systemContext("payments.settle");

beforeEach(() => toss.forgetFaults());

/** A cancelled order, whose refund waits to be sent. */
async function givenRefund() {
  const authorized = await givenAuthorized(toss);
  const { confirm, buyer, orderId } = authorized;
  await confirm();
  await cancelOrder(buyer.ctx(newKey()), { id: orderId });
  const ofOrder = like(transmissions.payload, `%${orderId}%`);
  const [row] = await db
    .select()
    .from(transmissions)
    .where(and(eq(transmissions.destination, "payment-provider"), ofOrder));
  if (!row) throw new Error("there is no refund");
  const before = toss.seen.length;
  return {
    ...authorized,
    send: () => refunds.deliver({ id: row.id, body: row.payload }),
    keys: () =>
      toss.seen
        .slice(before)
        .filter(({ call }) => call === "cancel")
        .map(({ key }) => key),
  };
}

describe("a refund", () => {
  it("gives all of it back, once however often it is sent", async () => {
    const { orderId, amount, send } = await givenRefund();
    expect(toss.charged(orderId)).toBe(amount);
    expect([await send(), await send()]).toEqual([{ outcome: "sent" }, { outcome: "sent" }]);
    expect(toss.charged(orderId)).toBe(0);
  });

  it.each([
    ["lost on its way", { kind: "dropBefore" as const }],
    ["answered into the void", { kind: "dropAfter" as const }],
    ["under way already", { kind: "busy" as const }],
  ])("that was %s is asked for again under its own name", async (_, fault) => {
    const { orderId, send, keys } = await givenRefund();
    toss.fault("cancel", fault);
    expect(await send()).toMatchObject({ outcome: "network" });
    expect(await send()).toEqual({ outcome: "sent" });
    expect(new Set(keys()).size).toBe(1);
    expect(keys()[0]).toMatch(/^refund:attempt_/);
    expect(toss.charged(orderId)).toBe(0);
  });

  it("that Toss says failed is asked for under a new name, since the old one would only fail again", async () => {
    const { orderId, send, keys } = await givenRefund();
    toss.fault("cancel", { kind: "refuse", status: 500, code: "FAILED_REFUND_PROCESS" });
    expect(await send()).toMatchObject({ outcome: "network", error: expect.stringContaining("FAILED") });
    expect(await send()).toEqual({ outcome: "sent" });
    expect(new Set(keys()).size).toBe(2);
    expect(toss.charged(orderId)).toBe(0);
  });

  it("of money that went back already is done", async () => {
    const { send, paymentKey } = await givenRefund();
    Object.assign(toss.book(paymentKey), { status: "CANCELED", balanceAmount: 0 });
    expect(await send()).toEqual({ outcome: "sent" });
  });

  it.each([["dropBefore" as const], ["dropAfter" as const]])(
    "of a part gives back that part once where Toss's answer is lost (%s)",
    async (kind) => {
      const { confirm, orderId, amount, pgPaymentId } = await givenAuthorized(toss);
      await confirm();
      const gateway = createTossGateway({ lookupMs: 5000, chargeMs: 5000, refundMs: 5000 });
      const refund = (refundId: `refund_${string}`, refundKrw: number) =>
        gateway.refund(ctx, {
          ...{ pgPaymentId, orderId, amountKrw: amount, refundKrw },
          refundId,
          key: refundId,
        });
      const [one, other] = [`refund_${newKey()}`, `refund_${newKey()}`] as const;
      toss.fault("cancel", { kind }, orderId);
      expect(await refund(one, 1000)).toMatchObject({ outcome: "unknown" });
      expect(await refund(other, 500)).toEqual({ outcome: "refunded" });
      expect(await refund(one, 1000)).toEqual({ outcome: "refunded" });
      expect(toss.charged(orderId)).toBe(amount - 1500);
      expect(await refund(`refund_${newKey()}`, amount - 1)).toMatchObject({
        ...{ outcome: "refused", code: expect.stringContaining("NOT_CANCELABLE") },
      });
      expect(toss.charged(orderId)).toBe(amount - 1500);
    },
  );

  it("that Toss will never make is for people, who may try again when they have cleared it up", async () => {
    const { send } = await givenRefund();
    toss.fault("cancel", { kind: "refuse", status: 403, code: "NOT_CANCELABLE_PAYMENT" });
    expect(await send()).toMatchObject({ outcome: "permanent", error: expect.stringContaining("NOT_CANC") });
    expect(await send()).toEqual({ outcome: "sent" });
  });
});

it("gives up on a card company that does not answer in time, and looks it up later", async () => {
  const chargeMs = patient(100);
  const gateway = createTossGateway({ lookupMs: patient(5000), chargeMs, refundMs: chargeMs });
  const { orderId, amount, paymentKey, pgPaymentId } = await givenAuthorized(toss);
  const charge = { id: "attempt_1", paymentKey, mayCharge: true, isStale: false } as const;
  const payment = { orderId, pgPaymentId, amountKrw: amount, method: "CARD" } as const;
  toss.fault("confirm", { kind: "delay", ms: chargeMs * 3 });
  const slow = await gateway.fetchStatus(ctx, { ...payment, charge: { ...charge, isNew: true } });
  expect(slow).toEqual({ outcome: "unknown", code: "TimeoutError" });
  await expect.poll(() => toss.charged(orderId)).toBe(amount);
  const later = await gateway.fetchStatus(ctx, { ...payment, charge: { ...charge, isNew: false } });
  expect(later).toEqual({ outcome: "paid" });
});
