import createClient from "openapi-fetch";
import { expect, it } from "vitest";
import { signCallback } from "#server/payments/gateways/sandbox.ts";
import { given, newKey } from "#server/testing/given.ts";
import { expectEquationsHold } from "#server/testing/invariants.ts";
import type { paths } from "../../docs/generated/openapi.d.ts";
import { createApp } from "./app.ts";

const app = createApp();
const rest = createClient<paths>({
  baseUrl: "http://localhost:3000",
  fetch: async (request) => app.fetch(request),
});

/** What a call answered; an answer that is a refusal fails the test. */
async function answerOf<T>(call: Promise<{ data?: T; error?: unknown }>): Promise<NonNullable<T>> {
  const { data, error } = await call;
  if (!data) throw new Error(`refused: ${JSON.stringify(error)}`);
  return data;
}

it("a client made from the printed contract buys two tickets, and leaves another line", async () => {
  const { id: eventSessionId } = await given.saleOpen({ stock: 2 });
  const { id: next } = await given.saleOpen();
  const account = { email: `${newKey()}@client.example`, password: "Rush2026x" };
  await answerOf(rest.POST("/api/auth/signup", { body: account }));
  const { accessToken } = await answerOf(rest.POST("/api/auth/login", { body: account }));
  const headers = { authorization: `Bearer ${accessToken}` };

  const { queueToken } = await answerOf(
    rest.POST("/api/queue/token", { headers, body: { sessionId: eventSessionId } }),
  );
  const { holdId } = await answerOf(
    rest.POST("/api/reservations/hold", {
      headers,
      params: { header: { "Idempotency-Key": newKey() } },
      body: { sessionId: eventSessionId, quantity: 2, queueToken },
    }),
  );
  const { orderId, paymentId } = await answerOf(
    rest.POST("/api/payments/checkout", {
      headers,
      params: { header: { "Idempotency-Key": newKey() } },
      body: { holdId, method: "CARD" },
    }),
  );
  const payment = { headers, params: { path: { paymentId } } };
  const { pgPaymentId } = await answerOf(rest.GET("/api/payments/{paymentId}", payment));

  const { rawBody, ...signature } = signCallback({ pgPaymentId, status: "SUCCESS" }, newKey());
  const callback = { headers: { "content-type": "application/json", ...signature }, body: rawBody };
  const told = await app.request("/api/payments/callback", { method: "POST", ...callback });
  expect(told.status).toBe(200);

  const order = await answerOf(
    rest.GET("/api/me/orders/{id}", { headers, params: { path: { id: orderId } } }),
  );
  expect(order).toMatchObject({ status: "confirmed", quantity: 2 });
  expect(await answerOf(rest.GET("/api/me/tickets", { headers }))).toHaveLength(2);

  const place = await answerOf(rest.POST("/api/queue/token", { headers, body: { sessionId: next } }));
  const left = await rest.DELETE("/api/queue/token", { headers, body: { token: place.queueToken } });
  expect(left.response.status).toBe(204);
  const stranger = await rest.GET("/api/me/tickets", {});
  expect(stranger.response.status).toBe(401);
  expect(stranger.error?.reason).toBe("unauthorized");
  await expectEquationsHold();
});
