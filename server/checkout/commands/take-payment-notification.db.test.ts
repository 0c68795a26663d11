import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { db } from "#db/client.ts";
import { alerts } from "#db/schema/alerts.ts";
import { auditLog, stateHistory } from "#db/schema/platform.ts";
import { createApp } from "#server/http/app.ts";
import { createContext } from "#server/platform/operation/context.ts";
import { clock } from "#server/testing/clock.ts";
import { tossWebhook } from "#server/testing/fake-toss.ts";
import { given } from "#server/testing/given.ts";
import { expectEquationsHold } from "#server/testing/invariants.ts";
import { orderNow } from "#server/testing/order-now.ts";
import { givenAuthorized } from "#server/testing/toss-scenarios.ts";
import { takePaymentNotification } from "./take-payment-notification.ts";

// Hoisted above the imports, whose modules read the settings as they load.
const toss = await vi.hoisted(async () => (await import("#server/testing/toss.ts")).payAtToss());

const app = createApp();
const LEASE = 61;

beforeEach(() => toss.forgetFaults());
afterEach(expectEquationsHold);

/** As Toss sends it: without a signature. */
const send = (body: unknown) =>
  app.fetch(
    new Request("http://app/api/payments/webhooks/toss", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  );

/** The charge went through, and its answer was lost. */
async function givenLost() {
  const authorized = await givenAuthorized(toss);
  toss.fault("confirm", { kind: "dropAfter" });
  await authorized.confirm();
  await clock.move(LEASE);
  return authorized;
}

it("asks Toss and settles by its answer, once however often and in whatever order webhooks come", async () => {
  const { orderId, amount } = await givenLost();
  const words = ["ABORTED", "DONE", "DONE", "EXPIRED"];
  const answers = await Promise.all(words.map((status) => send(tossWebhook(orderId, status))));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(await orderNow(orderId)).toMatchObject({ order: "confirmed", payment: "completed", tickets: 2 });
  expect(toss.charged(orderId)).toBe(amount);
});

it("is recorded as the webhook that it is", async () => {
  const { orderId } = await givenLost();
  await send(tossWebhook(orderId, "DONE"));
  const audited = await db.select().from(auditLog).where(eq(auditLog.action, takePaymentNotification.id));
  expect(audited.at(-1)).toMatchObject({ actorKind: "system", actorId: "payments.webhook" });
  const steps = await db.select().from(stateHistory).where(eq(stateHistory.toState, "completed"));
  expect(steps.at(-1)).toMatchObject({ actorKind: "system", actorId: "payments.webhook" });
});

it("leads to one question at a time, however many come", async () => {
  const { orderId } = await givenLost();
  toss.fault("lookup", { kind: "delay", ms: 200 });
  const before = toss.seen.length;
  await Promise.all(Array.from({ length: 20 }, () => send(tossWebhook(orderId, "DONE"))));
  expect(toss.seen.length).toBe(before + 1);
});

it("believes nothing: DONE for a payment that was not authorized gives no tickets", async () => {
  const { id } = await given.saleOpen();
  const { orderId } = await given.checkout(await given.person(), id);
  const before = toss.seen.length;
  const answer = await send(tossWebhook(orderId, "DONE"));
  expect(await answer.json()).toEqual({ asked: false });
  expect(toss.seen.length).toBe(before);
  expect(await orderNow(orderId)).toMatchObject({ order: "processing", payment: "processing", tickets: 0 });
});

it("reads the deposit callback's shape too, and leaves alone what is none of ours", async () => {
  const { orderId } = await givenLost();
  const deposit = { createdAt: "2026-11-20T10:00:00", secret: "ps_1", status: "DONE", orderId };
  expect(await takePaymentNotification(createContext(), deposit)).toEqual({ asked: true });
  expect(await orderNow(orderId)).toMatchObject({ order: "confirmed" });
  expect(await (await send({ eventType: "BILLING_DELETED", data: {} })).json()).toEqual({ asked: false });
});

it.each([
  ["an unknown payment", tossWebhook("order_01k8v3q4f6e9hb2m5n7p8r9s0t", "DONE"), 404],
  ["no object", "DONE", 400],
  ["a name that is no text", { data: { orderId: 7 } }, 400],
])("of %s is refused with its reason", async (_, body, status) => {
  const answer = await send(body);
  expect(answer.status).toBe(status);
  expect(answer.headers.get("content-type")).toContain("application/problem+json");
});

it("tells operators of money that was given back at Toss and not by us", async () => {
  const { orderId, confirm, paymentKey } = await givenAuthorized(toss);
  await confirm();
  await clock.move(LEASE);
  Object.assign(toss.book(paymentKey), { status: "CANCELED", balanceAmount: 0 });
  await send(tossWebhook(orderId, "CANCELED"));
  expect(await orderNow(orderId)).toMatchObject({ order: "confirmed", payment: "completed" });
  expect(await db.select().from(alerts).where(eq(alerts.subject, orderId))).toMatchObject([
    { kind: "payment_differs", detail: { told: "CANCELED" } },
  ]);
});
