import { afterEach, describe, expect, it } from "vitest";
import type { EventSessionId } from "#server/catalog/contract.ts";
import { releaseHold } from "#server/holds/commands/release-hold.ts";
import { signCallback } from "#server/payments/gateways/sandbox.ts";
import { type Client, clients } from "#server/testing/clients.ts";
import { clock } from "#server/testing/clock.ts";
import { given, newKey } from "#server/testing/given.ts";
import { expectEquationsHold } from "#server/testing/invariants.ts";
import { createApp } from "../http/app.ts";
import { playPayment } from "../sandbox/commands/play-payment.ts";
import { getSandboxPayment } from "../sandbox/queries.ts";
import { CHECKOUTS_BEGUN_MAX } from "./policy.ts";

const app = createApp();
afterEach(expectEquationsHold);

async function call(client: Client, method: string, path: string, body?: unknown) {
  const response = await app.request(`/api${path}`, {
    method,
    headers: {
      authorization: client.authorization,
      "content-type": "application/json",
      "idempotency-key": newKey(),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : null };
}

async function aClient(): Promise<Client> {
  const [client] = await clients(1);
  return client as Client;
}

/** The buyer holds tickets and goes to the checkout. */
async function begin(client: Client, eventSessionId: EventSessionId, quantity: number) {
  const { body: place } = await call(client, "POST", "/queue/token", { sessionId: eventSessionId });
  const { queueToken } = place;
  const held = await call(client, "POST", "/reservations/hold", {
    sessionId: eventSessionId,
    quantity,
    queueToken,
  });
  const { holdId } = held.body;
  const checkout = await call(client, "POST", "/payments/checkout", { holdId, method: "CARD" });
  const payment = await call(client, "GET", `/payments/${checkout.body.paymentId}`);
  return { holdId, held, checkout, ...checkout.body, ...payment.body } as {
    [key: string]: string;
  } & { held: { status: number }; checkout: { status: number; body: Record<string, string> } };
}

/** The provider's word, whatever its page says. */
async function tell(pgPaymentId: string, extra: { amount?: number } = {}) {
  const { rawBody, ...headers } = signCallback({ pgPaymentId, status: "SUCCESS", ...extra }, newKey());
  const response = await app.request("/api/payments/callback", {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: rawBody,
  });
  return { status: response.status, body: await response.json() };
}

const ticketOf = (url: string): string => new URL(url).pathname.split("/").at(-1) ?? "";

describe("a hold that is given back after its checkout", () => {
  it("ends its order and payment, which no page takes money for any more", async () => {
    const { id } = await given.saleOpen();
    const buyer = await aClient();
    const { holdId, orderId, paymentId, paymentSessionUrl } = await begin(buyer, id, 2);
    expect((await call(buyer, "DELETE", `/reservations/hold/${holdId}`)).status).toBe(204);
    expect((await call(buyer, "GET", `/me/orders/${orderId}`)).body).toMatchObject({
      ...{ status: "failed", paymentState: "CANCELLED", endReason: "released_by_buyer", refund: null },
    });
    expect((await call(buyer, "GET", `/payments/${paymentId}`)).body.status).toBe("failed");
    expect((await call(buyer, "GET", `/reservations/hold/${holdId}`)).body).toMatchObject({
      ...{ status: "RELEASED", ending: "returned", orderId },
    });
    const ticket = ticketOf(paymentSessionUrl ?? "");
    expect(await getSandboxPayment(buyer.ctx(), { ticket })).toMatchObject({ status: "CLOSED" });
    expect(await playPayment(buyer.ctx(), { ticket, act: "approve" })).toMatchObject({ status: "CLOSED" });
  });

  it("is paid for late with another order, and cancelled with that one", async () => {
    const { id } = await given.saleOpen();
    const buyer = await aClient();
    const { holdId, orderId, pgPaymentId } = await begin(buyer, id, 2);
    await call(buyer, "DELETE", `/reservations/hold/${holdId}`);
    expect((await tell(pgPaymentId ?? "")).body.outcome).toBe("confirmed");
    const hold = async () => (await call(buyer, "GET", `/reservations/hold/${holdId}`)).body;
    const { replacedById } = (await call(buyer, "GET", `/me/orders/${orderId}`)).body;
    expect(await hold()).toMatchObject({ ending: "paid", standing: "paid", orderId: replacedById });
    expect((await call(buyer, "POST", `/orders/${replacedById}/cancel`)).status).toBe(200);
    expect(await hold()).toMatchObject({ ending: "cancelled", standing: "cancelled", orderId: replacedById });
  });

  it("three times over gives no more than the maximum, though all three payments succeed", async () => {
    const { id } = await given.saleOpen({ stock: 20, maxPerUser: 4 });
    const buyer = await aClient();
    const purchases = [];
    for (let round = 0; round < 3; round++) {
      const purchase = await begin(buyer, id, 4);
      await call(buyer, "DELETE", `/reservations/hold/${purchase.holdId}`);
      purchases.push(purchase);
    }
    const words = [];
    for (const { pgPaymentId } of purchases) words.push(await tell(pgPaymentId ?? ""));
    expect(words.map(({ body }) => body.outcome)).toEqual(["confirmed", "refund_asked", "refund_asked"]);
    const { body: tickets } = await call(buyer, "GET", "/me/tickets");
    expect(tickets.filter(({ status }: { status: string }) => status === "VALID")).toHaveLength(4);
    const { body: orders } = await call(buyer, "GET", "/me/orders");
    expect(orders.map(({ paymentState }: { paymentState: string }) => paymentState).sort()).toEqual([
      ...["CANCELLED", "CANCELLED", "CANCELLED", "PAID"],
    ]);
    const [first] = purchases;
    const replaced = (await call(buyer, "GET", `/me/orders/${first?.orderId}`)).body;
    expect((await call(buyer, "GET", `/payments/${first?.paymentId}`)).body).toMatchObject({
      ...{ status: "completed", refund: null, orderId: replaced.replacedById },
    });
    const last = (await call(buyer, "GET", `/me/orders/${purchases[2]?.orderId}`)).body;
    expect(last).toMatchObject({ status: "failed", refund: { state: "asked", amount: 200_000 } });
  });
});

it("an order ends with its hold's time, at the moment that anyone wants its stock", async () => {
  const { id } = await given.saleOpen({ stock: 2 });
  const buyer = await aClient();
  const { orderId, paymentSessionUrl } = await begin(buyer, id, 2);
  await clock.move(301);
  await given.hold(await given.person(), id, 2);
  expect((await call(buyer, "GET", `/me/orders/${orderId}`)).body).toMatchObject({
    ...{ status: "failed", endReason: "hold_expired", payment: { status: "failed", unknownSince: null } },
  });
  const ticket = ticketOf(paymentSessionUrl ?? "");
  expect(await getSandboxPayment(buyer.ctx(), { ticket })).toMatchObject({ status: "CLOSED" });
});

it("no one begins orders without end", async () => {
  const { id } = await given.saleOpen({ stock: 100 });
  const buyer = await aClient();
  // Not over HTTP, which takes only so many writes of one person in a second.
  for (let round = 0; round < CHECKOUTS_BEGUN_MAX; round++) {
    const { holdId } = await given.checkout(buyer, id);
    await releaseHold(buyer.ctx(), { holdId });
  }
  const { holdId, checkout } = await begin(buyer, id, 1);
  expect(checkout).toMatchObject({ status: 429, body: { reason: "too_many_checkouts" } });
  await call(buyer, "DELETE", `/reservations/hold/${holdId}`);
  await clock.move(601);
  expect((await begin(buyer, id, 1)).checkout.status).toBe(201);
});

it("a payment that its provider charges by itself has nothing to confirm: its page and hold stay as they are", async () => {
  const { id } = await given.saleOpen();
  const buyer = await aClient();
  const { holdId, orderId, paymentSessionUrl, amount } = await begin(buyer, id, 2);
  const body = { orderId, paymentKey: "made-up", amount };
  expect(await call(buyer, "POST", "/payments/confirm", body)).toMatchObject({
    ...{ status: 409, body: { reason: "authorization_refused", params: { why: "unknown" } } },
  });
  const ticket = ticketOf(paymentSessionUrl ?? "");
  expect(await getSandboxPayment(buyer.ctx(), { ticket })).toMatchObject({ status: "READY" });
  expect((await call(buyer, "DELETE", `/reservations/hold/${holdId}`)).status).toBe(204);
});

describe("money", () => {
  it.each([
    { price: 100_000_000, quantity: 22 },
    { price: 1_100_000, quantity: 100 },
    { price: 100_000_000, quantity: 100 },
  ])(
    "of $quantity tickets at $price KRW is paid, told and asked back in full",
    async ({ price, quantity }) => {
      const { id } = await given.saleOpen({ stock: 100, price, maxPerUser: 100 });
      const buyer = await aClient();
      const purchase = await begin(buyer, id, quantity);
      const amount = price * quantity;
      expect(purchase.checkout.status).toBe(201);
      expect(await tell(purchase.pgPaymentId ?? "", { amount })).toMatchObject({ status: 200 });
      const path = `/payments/${purchase.paymentId}`;
      expect((await call(buyer, "GET", path)).body).toMatchObject({
        status: "completed",
        amount,
        refund: null,
      });
      expect((await call(buyer, "POST", `/orders/${purchase.orderId}/cancel`, {})).status).toBe(200);
      expect((await call(buyer, "GET", path)).body).toMatchObject({
        ...{ status: "completed", amount, refund: { state: "asked", amount } },
      });
    },
  );
});
